// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.recording;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands for what: the same for the same, something else for everything else. An invention is
 * made of the count of those before it and of what kinds of characters it stands for, of nothing
 * else: whoever has it cannot go back.
 */
final class Inventions {

  private static final String HEX = "0123456789abcdef";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";
  private static final String HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏云腾致雨露结为霜";

  /** What ids are set apart by. */
  private static final String SEPARATORS = "@_-+/=.:|%$";

  private static final String SMILE = "😀";

  /** Letters that a set of its own stands for; the others of the world are all one. */
  private static final String OTHERS = "éèàüöñçå";

  private static final Pattern HEX_ID = Pattern.compile("@{1,2}[0-9a-f]{32,4096}|[0-9a-f]{32}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final String KEY = "@crypt_";

  /** Among one letter's inventions there may be none that is free. */
  private static final int TRIES = 64;

  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private int count;

  /** An id of the same form. */
  String alike(String id) {
    return ids.computeIfAbsent(id, original -> invent(original, true));
  }

  /** Whether this has come as an id before. */
  boolean knows(String id) {
    return ids.containsKey(id);
  }

  /** Words of the same length, in the same kinds of letters. */
  String like(String text) {
    return text.isEmpty() ? "" : words.computeIfAbsent(text, original -> invent(original, false));
  }

  private String invent(String original, boolean isId) {
    String invention = "";
    for (int i = 0; i < TRIES; i++) {
      Chance chance = new Chance(count++);
      invention = isId ? id(original, chance) : words(original, chance);
      if (!invention.equals(original) && taken.add(invention)) {
        return invention;
      }
    }
    return invention;
  }

  private static String id(String original, Chance chance) {
    if (HEX_ID.matcher(original).matches()) {
      return original
          .chars()
          .mapToObj(c -> c == '@' ? "@" : chance.one(HEX))
          .reduce("", String::concat);
    }
    if (NUMBER.matcher(original).matches()) {
      // A number that begins so fits wherever the one fitted that it stands for.
      return "1" + chance.some(DIGITS, original.length() - 1);
    }
    boolean key = original.startsWith(KEY);
    StringBuilder out = new StringBuilder(key ? KEY : "");
    original
        .substring(out.length())
        .codePoints()
        .forEach(c ->
            out.append(SEPARATORS.indexOf(c) >= 0 ? Character.toString(c) : letter(c, chance)));
    return out.toString();
  }

  private static String words(String original, Chance chance) {
    StringBuilder out = new StringBuilder();
    original.codePoints().forEach(c -> out.append(letter(c, chance)));
    return out.toString();
  }

  /** One of the same kind. White space and control characters say nothing. */
  private static String letter(int c, Chance chance) {
    if (Character.isWhitespace(c) || Character.isISOControl(c) || c == 0xFFFD) {
      return Character.toString(c);
    }
    if (c < 0x80) {
      return Character.isLowerCase(c)
          ? chance.one(LOWER)
          : Character.isUpperCase(c)
              ? chance.one(UPPER)
              : Character.isDigit(c) ? chance.one(DIGITS) : ".";
    }
    if (Character.isIdeographic(c)) {
      return chance.one(HAN);
    }
    return Character.charCount(c) > 1 ? SMILE : Character.isLetter(c) ? chance.one(OTHERS) : "·";
  }

  /** Letters drawn from a number, the same for the same. */
  private static final class Chance {

    private final int number;
    private byte[] block = {};
    private int blocks;
    private int at;

    Chance(int number) {
      this.number = number;
    }

    String one(String alphabet) {
      if (at == block.length) {
        block = digest(number + "/" + blocks++);
        at = 0;
      }
      return Character.toString(
          alphabet.charAt(Byte.toUnsignedInt(block[at++]) % alphabet.length()));
    }

    String some(String alphabet, int length) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < length; i++) {
        out.append(one(alphabet));
      }
      return out.toString();
    }

    private static byte[] digest(String seed) {
      try {
        return MessageDigest.getInstance("SHA-256")
            .digest(seed.getBytes(StandardCharsets.US_ASCII));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}

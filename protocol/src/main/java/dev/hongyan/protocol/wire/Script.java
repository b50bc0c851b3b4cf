// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import java.nio.charset.StandardCharsets;

/**
 * Reads script replies: statements that set members of {@code window} (protocol reference 3.1, 3.3,
 * 3.10). {@code window.QRLogin.code = 200;} becomes the member {@code QRLogin.code}. It is no
 * JavaScript: values are texts, numbers and flat objects of those.
 */
final class Script {

  /** An avatar of 1 MiB in base64; everything else is under a hundred characters. */
  private static final int MAX_LENGTH = 2 << 20;

  /** The longest real reply has two statements, the longest object two members. */
  private static final int MAX_MEMBERS = 32;

  private final String text;
  private int at;

  private Script(String text) {
    this.text = text;
  }

  /**
   * Reads every statement.
   *
   * @throws Unreadable if there is anything else
   */
  static Tree.Obj read(byte[] bytes) {
    if (bytes.length > MAX_LENGTH) {
      throw new Unreadable("is longer than " + MAX_LENGTH + " bytes");
    }
    return new Script(new String(bytes, StandardCharsets.UTF_8)).statements();
  }

  private Tree.Obj statements() {
    Tree.Obj members = new Tree.Obj();
    skip();
    for (int count = 0; at < text.length(); count++) {
      if (count == MAX_MEMBERS) {
        throw new Unreadable("has more than " + MAX_MEMBERS + " statements");
      }
      String name = name();
      expect('=');
      Tree value = value();
      if (name.startsWith("window.")) {
        members.put(name.substring("window.".length()), value);
      }
      skip();
    }
    return members;
  }

  /** White space and semicolons. */
  private void skip() {
    while (at < text.length() && (isBlank(text.charAt(at)) || text.charAt(at) == ';')) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\uFEFF';
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private String name() {
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw new Unreadable("is no script of assignments");
    }
    return text.substring(start, at);
  }

  private static boolean isNamePart(char c) {
    return c == '.' || c == '_' || c == '$' || Character.isLetterOrDigit(c);
  }

  private void expect(char wanted) {
    skipBlanks();
    if (at == text.length() || text.charAt(at) != wanted) {
      throw new Unreadable("lacks a " + wanted);
    }
    at++;
    skipBlanks();
  }

  private Tree value() {
    if (at == text.length()) {
      throw new Unreadable("ends before a value");
    }
    return switch (text.charAt(at)) {
      case '"', '\'' -> new Tree.Plain(quoted());
      case '{' -> object();
      default -> new Tree.Plain(bare());
    };
  }

  private String quoted() {
    char quote = text.charAt(at);
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      throw new Unreadable("ends within a text");
    }
    String value = text.substring(at + 1, end);
    at = end + 1;
    return value;
  }

  private String bare() {
    int start = at;
    while (at < text.length() && ";,} \r\n\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == start) {
      throw new Unreadable("lacks a value");
    }
    return text.substring(start, at);
  }

  private Tree.Obj object() {
    Tree.Obj members = new Tree.Obj();
    at++;
    skipBlanks();
    for (int count = 0; at < text.length() && text.charAt(at) != '}'; count++) {
      if (count == MAX_MEMBERS) {
        throw new Unreadable("has more than " + MAX_MEMBERS + " members");
      }
      String name = "\"'".indexOf(text.charAt(at)) >= 0 ? quoted() : name();
      expect(':');
      members.put(name, flat());
      skipBlanks();
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
        skipBlanks();
      }
    }
    expect('}');
    return members;
  }

  private Tree flat() {
    if (at < text.length() && text.charAt(at) == '{') {
      throw new Unreadable("nests objects");
    }
    return value();
  }
}

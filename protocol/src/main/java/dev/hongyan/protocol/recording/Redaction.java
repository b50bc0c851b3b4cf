// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.recording;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.protocol.login.RedirectUri;
import dev.hongyan.protocol.shape.Revision;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces whatever belongs to somebody by something invented. Kept are moments, 32-bit numbers and
 * truth values, which are types, flags and counts; the words of {@link Vocabulary}; and how things
 * look. Not safe for use by many threads.
 */
final class Redaction implements Revision {

  /** Numbers with fewer digits are sizes, counts and flags. */
  private static final int SHORTEST_ID = 5;

  /** The names that a recording keeps of a query; everything else in one is dropped. */
  private static final Set<String> QUERY = Set.of("ticket", "uuid", "lang", "scan", "username");

  private static final Pattern SYNC_KEY = Pattern.compile("(?:[0-9]{1,9}_[0-9]{1,18}\\|?)+");
  private static final Pattern SYNC_VALUE = Pattern.compile("(?<=_)[0-9]+");

  /** What is kept or known as an id within somebody's words. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?<id>@{1,2}[0-9a-f]{32,64})"
              + "|(?<emoji><span class=\"emoji emoji[0-9a-f]{2,12}\"></span>)"
              + "|(?<markup>:?<br/>|&(?:lt|gt|amp|quot|apos|#39);)"
              // of quotes and mentions (protocol reference 5.11)
              + "|(?<sign>[「：」@]|(?:- ){5,20}-)");

  /** Chats and members, as the service lists them (protocol reference 3.6). */
  private static final Pattern NAMES =
      Pattern.compile("(?=[^ ]*@[0-9a-f]{32})[@0-9a-z_]+(?:,[@0-9a-z_]*)+");

  private static final Pattern ITEM = Pattern.compile("[^,]+");

  private static final String EMOJI = "<span class=\"emoji emoji1f604\"></span>";

  /** What opaque contents are: a sign and hundreds of digits (protocol reference 5.6). */
  private static final Pattern OPAQUE = Pattern.compile("@[0-9a-f]{65,4096}");

  private static final Pattern LINK = Pattern.compile("(?<scheme>https?://)(?<rest>.{1,4096})");

  /** As many digits as any size has; ids have more. */
  private static final Pattern MEASURE = Pattern.compile("[0-9]{1,12}");

  /** What a file's name may go on to end in. */
  private static final Pattern ENDING =
      Pattern.compile(
          "(?i)(?<name>.{1,250})(?<ending>\\.(?:jpe?g|png|gif|bmp|webp|mp[34]|amr|pdf|txt|md|csv"
              + "|docx?|xlsx?|pptx?|zip|rar|7z|gz|html?|json|xml))");

  private final Inventions inventions = new Inventions();
  private final XmlRedaction xml = new XmlRedaction(this);

  @Override
  public long longNumber(long value) {
    String digits = Long.toUnsignedString(value);
    return digits.length() < SHORTEST_ID ? value : Long.parseUnsignedLong(inventions.alike(digits));
  }

  @Override
  public String text(Kind kind, String value) {
    if (value.isEmpty() || Vocabulary.contains(value)) {
      return value;
    }
    return switch (kind) {
      case SECRET, ID, USER_NAME -> inventions.alike(value);
      case PARAMETER -> parameter(value);
      case QUERY -> query(value);
      case MEASURE -> MEASURE.matcher(value).matches() ? value : words(value);
      case TEXT -> text(value);
    };
  }

  @Override
  public boolean keepsFiles() {
    return false;
  }

  private String parameter(String value) {
    if (!SYNC_KEY.matcher(value).matches()) {
      return RedirectUri.parse(value).isPresent() ? text(value) : inventions.alike(value);
    }
    return SYNC_VALUE
        .matcher(value)
        .replaceAll(found -> Long.toString(longNumber(Long.parseLong(found.group()))));
  }

  private String text(String value) {
    if (value.startsWith("data:")) {
      return "";
    }
    Optional<RedirectUri> uri = RedirectUri.parse(value);
    Optional<Call<?, ?>> call = uri.flatMap(to -> Catalog.ofPath(to.path()));
    if (call.isPresent()) {
      return address(call.get(), uri.get());
    }
    if (NAMES.matcher(value).matches()) {
      return ITEM.matcher(value).replaceAll(item -> text(Kind.USER_NAME, item.group()));
    }
    int question = value.indexOf('?');
    String path = question < 0 ? value : value.substring(0, question);
    if (path.startsWith("/")
        && Catalog.ofPath(path).filter(known -> !known.hasTail()).isPresent()) {
      return question < 0 ? value : path + "?" + query(value.substring(question + 1));
    }
    return inventions.knows(value) || value.startsWith("@crypt_") || OPAQUE.matcher(value).matches()
        ? inventions.alike(value)
        : xml.redacted(value).orElseGet(() -> said(value));
  }

  /** What somebody wrote, or what has a form of its own. */
  private String said(String value) {
    Matcher link = LINK.matcher(value);
    if (link.matches()) {
      return link.group("scheme") + inventions.alike(link.group("rest"));
    }
    Matcher file = ENDING.matcher(value);
    return file.matches() ? words(file.group("name")) + file.group("ending") : words(value);
  }

  /** The host says to which family an account belongs, so it is one that is nobody's. */
  private String address(Call<?, ?> call, RedirectUri uri) {
    return "https://wx.qq.com" + call.path() + "?" + query(uri.query());
  }

  private String query(String raw) {
    StringJoiner kept = new StringJoiner("&");
    for (String part : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (QUERY.contains(name) && equals >= 0) {
        String value = text(Kind.PARAMETER, decoded(part.substring(equals + 1)));
        kept.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return kept.toString();
  }

  private static String decoded(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return raw;
    }
  }

  /** Somebody's words, with the ids in them as they are called elsewhere. */
  String words(String value) {
    StringBuilder out = new StringBuilder();
    Matcher known = KNOWN.matcher(value);
    int end = 0;
    while (known.find()) {
      out.append(inventions.like(value.substring(end, known.start())));
      if (known.group("id") != null) {
        out.append(inventions.alike(known.group()));
      } else {
        out.append(known.group("emoji") != null ? EMOJI : known.group());
      }
      end = known.end();
    }
    return out.append(inventions.like(value.substring(end))).toString();
  }
}

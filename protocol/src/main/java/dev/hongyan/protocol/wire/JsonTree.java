// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Findings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads JSON as it really arrives (protocol reference 6): dirty, large, hostile. */
final class JsonTree {

  /** The deepest real answer nests five objects; a hostile one must not exhaust the stack. */
  private static final int MAX_DEPTH = 32;

  /** The largest real object has 31 members; ten times that is somebody's game. */
  private static final int MAX_MEMBERS = 512;

  /** Names of members are code; no real one reaches 64 characters. */
  private static final int MAX_NAME = 1_024;

  /** The longest real number has 19 digits. */
  private static final int MAX_NUMBER = 64;

  /**
   * A reply: 20,000 contacts of 31 members and 50 rooms of 500 members each stay under half of
   * these tokens; no text in a reply was ever seen to need a hundredth of this.
   */
  private static final StreamReadConstraints REPLY = constraints(4_000_000, 8 << 20);

  /**
   * A request: the largest real one names a few hundred contacts. A text that is too long to be
   * sent must still be read, to be answered.
   */
  private static final StreamReadConstraints REQUEST = constraints(100_000, 1 << 20);

  private static final JsonFactory STRICT_REPLY =
      JsonFactory.builder().streamReadConstraints(REPLY).build();

  private static final JsonFactory STRICT_REQUEST =
      JsonFactory.builder().streamReadConstraints(REQUEST).build();

  private static final JsonFactory LENIENT_REPLY =
      JsonFactory.builder()
          .streamReadConstraints(REPLY)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private final JsonParser parser;
  private final Findings findings;

  private JsonTree(JsonParser parser, Findings findings) {
    this.parser = parser;
    this.findings = findings;
  }

  private static StreamReadConstraints constraints(long tokens, int text) {
    return StreamReadConstraints.builder()
        .maxNestingDepth(MAX_DEPTH)
        .maxStringLength(text)
        .maxTokenCount(tokens)
        .maxNameLength(MAX_NAME)
        .maxNumberLength(MAX_NUMBER)
        .build();
  }

  /**
   * Reads the one object of a reply, mending what can be mended.
   *
   * @throws Unreadable if there is none
   */
  static Tree.Obj readReply(byte[] bytes, Findings findings) {
    int start = startsWithMark(bytes) ? 3 : 0;
    if (start > 0) {
      findings.repaired("", "byte order mark removed");
    }
    try {
      return read(STRICT_REPLY, bytes, start, findings);
    } catch (StreamConstraintsException _) {
      throw new Unreadable("is larger or deeper than any real JSON");
    } catch (JacksonException _) {
      String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
      return readMended(text, findings);
    }
  }

  /**
   * Reads the one object of a request; broken JSON is the client's fault and stays broken.
   *
   * @throws Unreadable if there is none
   */
  static Tree.Obj readRequest(byte[] bytes) {
    try {
      return read(STRICT_REQUEST, bytes, startsWithMark(bytes) ? 3 : 0, Findings.IGNORED);
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static Tree.Obj read(JsonFactory factory, byte[] bytes, int start, Findings findings) {
    try (JsonParser parser =
        factory.createParser(ObjectReadContext.empty(), bytes, start, bytes.length - start)) {
      return new JsonTree(parser, findings).whole();
    }
  }

  /** A second reading of what is no strict JSON in UTF-8; only worth it where the first failed. */
  private static Tree.Obj readMended(String text, Findings findings) {
    try (JsonParser parser = LENIENT_REPLY.createParser(ObjectReadContext.empty(), text)) {
      Tree.Obj tree = new JsonTree(parser, findings).whole();
      findings.repaired("", "broken JSON or UTF-8 read all the same");
      return tree;
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  private Tree.Obj whole() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new Unreadable("is not a JSON object");
    }
    Tree.Obj tree = object();
    if (!isAtEnd()) {
      findings.repaired("", "text after the end ignored");
    }
    return tree;
  }

  private boolean isAtEnd() {
    try {
      return parser.nextToken() == null;
    } catch (JacksonException _) {
      return false;
    }
  }

  private Tree.Obj object() {
    Tree.Obj object = new Tree.Obj();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
      if (t != JsonToken.PROPERTY_NAME) {
        throw new Unreadable("ends in the middle of an object");
      }
      if (object.size() == MAX_MEMBERS) {
        throw new Unreadable("has an object of more than " + MAX_MEMBERS + " members");
      }
      String name = parser.currentName();
      if (!object.put(name, value(parser.nextToken()))) {
        findings.repaired("", "of a member written twice the first left out");
      }
    }
    return object;
  }

  private Tree value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> text(parser.getString());
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> new Tree.Num(parser.getString());
      case VALUE_TRUE -> new Tree.Bool(true);
      case VALUE_FALSE -> new Tree.Bool(false);
      case VALUE_NULL -> new Tree.Null();
      case null, default -> throw new Unreadable("ends in the middle of a value");
    };
  }

  private static Tree text(String text) {
    return text.isEmpty() ? Tree.Text.EMPTY : new Tree.Text(text);
  }

  private Tree integer() {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      return new Tree.Num(parser.getString());
    }
    long value = parser.getLongValue();
    return value == 0 ? Tree.Int.ZERO : new Tree.Int(value);
  }

  private Tree.Arr array() {
    List<Tree> items = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      items.add(value(t));
    }
    return new Tree.Arr(items);
  }

  /** Where it broke, never what stood there. */
  private static Unreadable broken(JacksonException e) {
    var at = e.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return new Unreadable("is no readable JSON" + where);
  }
}

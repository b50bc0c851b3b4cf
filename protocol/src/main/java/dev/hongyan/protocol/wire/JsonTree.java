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
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads JSON as it really arrives (protocol reference 6): dirty, large, hostile. */
final class JsonTree {

  /** The deepest real answer nests five objects; a hostile one must not exhaust the stack. */
  private static final int MAX_DEPTH = 32;

  /**
   * A text of 8 Mi characters is more than any list of members or article was ever seen to need.
   */
  private static final int MAX_TEXT = 8 << 20;

  /** 10,000 contacts of 50 members and rooms of 500 members stay under a third of this. */
  private static final long MAX_TOKENS = 8_000_000;

  /** Names of members are code; no real one reaches 64 characters. */
  private static final int MAX_NAME = 1_024;

  /** The longest real number has 19 digits. */
  private static final int MAX_NUMBER = 64;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT)
                  .maxTokenCount(MAX_TOKENS)
                  .maxNameLength(MAX_NAME)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
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

  private JsonTree() {}

  /**
   * Reads one object.
   *
   * @throws Unreadable if there is none
   */
  static Tree.Obj read(byte[] bytes, Findings findings) {
    int start = 0;
    if (bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      start = 3;
      findings.repaired("", "byte order mark removed");
    }
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), bytes, start, bytes.length - start)) {
      return readAll(parser, findings);
    } catch (JacksonException strict) {
      String repaired = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
      if (repaired.indexOf('\uFFFD') < 0) {
        throw new Unreadable(describe(strict), strict);
      }
      return readRepaired(repaired, findings);
    }
  }

  /** Bytes that are no UTF-8 were replaced; only worth it where the first reading failed. */
  private static Tree.Obj readRepaired(String text, Findings findings) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      Tree.Obj tree = readAll(parser, findings);
      findings.repaired("", "bytes that are no UTF-8 replaced");
      return tree;
    } catch (JacksonException e) {
      throw new Unreadable(describe(e), e);
    }
  }

  private static Tree.Obj readAll(JsonParser parser, Findings findings) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new Unreadable("is not a JSON object");
    }
    Tree.Obj tree = object(parser);
    try {
      if (parser.nextToken() != null) {
        findings.repaired("", "text after the end ignored");
      }
    } catch (JacksonException e) {
      findings.repaired("", "text after the end ignored");
    }
    return tree;
  }

  private static Tree.Obj object(JsonParser parser) {
    Tree.Obj object = new Tree.Obj();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
      if (t != JsonToken.PROPERTY_NAME) {
        throw new Unreadable("ends in the middle of an object");
      }
      String name = parser.currentName();
      object.add(name, value(parser, parser.nextToken()));
    }
    return object;
  }

  private static Tree value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new Tree.Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Tree.Num(parser.getString());
      case VALUE_TRUE -> new Tree.Bool(true);
      case VALUE_FALSE -> new Tree.Bool(false);
      case VALUE_NULL -> new Tree.Null();
      case null, default -> throw new Unreadable("ends in the middle of a value");
    };
  }

  private static Tree.Arr array(JsonParser parser) {
    List<Tree> items = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      items.add(value(parser, t));
    }
    return new Tree.Arr(items);
  }

  /** Where it broke, never what stood there. */
  private static String describe(JacksonException e) {
    var at = e.getLocation();
    return at == null
        ? "is no readable JSON"
        : "is no readable JSON at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON by the letter: valid UTF-8, one value, no name twice, nothing beyond the limits. */
final class JsonReader {

  /** A room with members, and some air. */
  private static final int DEPTH = 16;

  /** A file of 20 MiB in base64; what a body may have is less than this on most paths. */
  private static final int TEXT = 28 << 20;

  private static final int NAME = 64;
  private static final int NUMBER = 32;

  private final JsonFactory factory =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxStringLength(TEXT)
                  .maxNameLength(NAME)
                  .maxNumberLength(NUMBER)
                  .build())
          .build();

  /**
   * The value that these bytes hold.
   *
   * @throws Problem if they hold none, or more
   */
  Json read(byte[] bytes) {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text(bytes))) {
      parser.nextToken();
      Json value = value(parser);
      if (parser.nextToken() != null) {
        throw Problem.shape("the body goes on after the JSON");
      }
      return value;
    } catch (JacksonException e) {
      throw Problem.shape("the body is not JSON that we can read" + place(e.getLocation()));
    }
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.shape("the body is not UTF-8");
    }
  }

  private static String place(@Nullable TokenStreamLocation location) {
    return location == null
        ? ""
        : ", see line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static Json value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> new Json.Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(parser.getString());
      case VALUE_TRUE -> new Json.Flag(true);
      case VALUE_FALSE -> new Json.Flag(false);
      case VALUE_NULL -> new Json.Null();
      case START_ARRAY -> array(parser);
      case START_OBJECT -> members(parser);
      case null, default -> throw Problem.shape("the body is empty");
    };
  }

  private static Json array(JsonParser parser) {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Json.Array(items);
  }

  private static Json members(JsonParser parser) {
    Map<String, Json> byName = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      byName.put(name, value(parser));
    }
    return new Json.Members(byName);
  }
}

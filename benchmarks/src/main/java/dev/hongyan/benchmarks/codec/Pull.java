// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.codec;

import dev.hongyan.protocol.MalformedReplyException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * What readers written by hand share: members one after the other, scalars as leniently typed as
 * protocol reference 6.3 demands. It keeps nothing that the readers do not ask for, so it can tell
 * nobody what was unknown or mended.
 */
final class Pull implements AutoCloseable {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(32).maxTokenCount(4_000_000).build())
          .build();

  private final String call;
  private final JsonParser parser;

  private Pull(String call, byte[] bytes) {
    this.call = call;
    this.parser = FACTORY.createParser(ObjectReadContext.empty(), bytes);
  }

  /** Reads the one object of a body. */
  static <T> T read(String call, byte[] bytes, Function<Pull, T> reader) {
    try (Pull pull = new Pull(call, bytes)) {
      if (pull.parser.nextToken() != JsonToken.START_OBJECT) {
        throw pull.malformed("", "is no object");
      }
      return reader.apply(pull);
    } catch (JacksonException e) {
      throw new MalformedReplyException(call, "", "is no readable JSON");
    }
  }

  @Override
  public void close() {
    parser.close();
  }

  MalformedReplyException malformed(String field, String problem) {
    return new MalformedReplyException(call, field, problem);
  }

  /** Steps to the next member's value; false at the end of the object. */
  boolean next() {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_OBJECT) {
      return false;
    }
    if (token != JsonToken.PROPERTY_NAME) {
      throw malformed("", "ends in the middle of an object");
    }
    parser.nextToken();
    return true;
  }

  String name() {
    return parser.currentName();
  }

  void skip() {
    parser.skipChildren();
  }

  String text() {
    return switch (parser.currentToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          parser.getString();
      default -> {
        skip();
        yield "";
      }
    };
  }

  long number() {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
          ? parser.getBigIntegerValue().longValue()
          : parser.getLongValue();
    }
    String digits = text().strip();
    return digits.matches("-?[0-9]{1,18}") ? Long.parseLong(digits) : 0;
  }

  int int32() {
    long number = number();
    return number == (int) number ? (int) number : 0;
  }

  boolean bit() {
    return parser.currentToken() == JsonToken.VALUE_TRUE || number() != 0;
  }

  /** An unsigned id that is mostly a text. */
  long digits() {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return number();
    }
    String digits = parser.getString();
    return digits.matches("[0-9]{1,20}") ? Long.parseUnsignedLong(digits) : 0;
  }

  <T> T object(Function<Pull, T> reader, T fallback) {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return reader.apply(this);
    }
    skip();
    return fallback;
  }

  <T> List<T> list(Function<Pull, T> reader) {
    List<T> items = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      skip();
      return items;
    }
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (t == JsonToken.START_OBJECT) {
        items.add(reader.apply(this));
      } else if (t == null) {
        throw malformed("", "ends in the middle of a list");
      } else {
        skip();
      }
    }
    return items;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The answers of the phone API. */
final class Replies {

  private static final JsonFactory FACTORY = new JsonFactory();

  private static final Headers JSON =
      Headers.NONE
          .and("Content-Type", "application/json")
          .and("Cache-Control", "no-store")
          .and("X-Content-Type-Options", "nosniff");

  private static final Headers PROBLEM =
      Headers.NONE
          .and("Content-Type", "application/problem+json")
          .and("Cache-Control", "no-store")
          .and("X-Content-Type-Options", "nosniff");

  private Replies() {}

  /** 200 with an object. */
  static WebReply ok(Consumer<JsonGenerator> fields) {
    return new WebReply(200, JSON, object(fields));
  }

  /** 201 with the id of what was made. */
  static WebReply created(String id) {
    return new WebReply(201, JSON, object(json -> json.writeStringProperty("id", id)));
  }

  /** 204. */
  static WebReply done() {
    return new WebReply(204, Headers.NONE.and("Cache-Control", "no-store"), Body.EMPTY);
  }

  /** What RFC 9457 wants. */
  static WebReply problem(Problem problem) {
    Headers headers = problem.status() == 401 ? PROBLEM.and("WWW-Authenticate", "Bearer") : PROBLEM;
    return new WebReply(
        problem.status(),
        headers,
        object(json -> {
          json.writeStringProperty("type", "about:blank");
          json.writeStringProperty("title", problem.title());
          json.writeNumberProperty("status", problem.status());
          json.writeStringProperty("detail", problem.detail());
          if (!problem.field().isEmpty()) {
            json.writeStringProperty("field", problem.field());
          }
        }));
  }

  /** An object inside an object. */
  static void object(JsonGenerator json, Consumer<JsonGenerator> fields) {
    json.writeStartObject();
    fields.accept(json);
    json.writeEndObject();
  }

  /** An array of objects. */
  static <T> void array(JsonGenerator json, String name, Iterable<T> items, Item<T> writer) {
    json.writeName(name);
    json.writeStartArray();
    for (T item : items) {
      object(json, inner -> writer.write(inner, item));
    }
    json.writeEndArray();
  }

  /** Writes the fields of one item. */
  @FunctionalInterface
  interface Item<T> {

    /** Writes them. */
    void write(JsonGenerator json, T item);
  }

  /** A text, or null. */
  static void maybe(JsonGenerator json, String name, Optional<String> text) {
    if (text.isPresent()) {
      json.writeStringProperty(name, text.get());
    } else {
      json.writeNullProperty(name);
    }
  }

  private static Body object(Consumer<JsonGenerator> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      object(json, fields);
    }
    return Body.of(bytes.toByteArray());
  }
}

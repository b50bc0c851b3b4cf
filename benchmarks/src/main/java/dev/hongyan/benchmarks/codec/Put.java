// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.codec;

import dev.hongyan.protocol.Body;
import java.util.List;
import java.util.function.BiConsumer;

/** What writers by hand share: members in the service's layout, or without white space. */
final class Put {

  private final StringBuilder out = new StringBuilder(256);
  private final String line;
  private final String colon;
  private String before = "";

  private Put(String line, String colon) {
    this.line = line;
    this.colon = colon;
  }

  static Put service() {
    return new Put("\n", ": ");
  }

  static Put compact() {
    return new Put("", ":");
  }

  <T> Body body(T value, BiConsumer<Put, T> writer) {
    braces(value, writer);
    return Body.of(out.append(line).toString());
  }

  private StringBuilder begin(String name) {
    out.append(before).append('"').append(name).append('"').append(colon);
    before = "," + line;
    return out;
  }

  void number(String name, long value) {
    begin(name).append(value);
  }

  void bit(String name, boolean value) {
    begin(name).append(value ? 1 : 0);
  }

  void text(String name, String value) {
    StringBuilder at = begin(name).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> at.append('\\').append(c);
        case '\n' -> at.append("\\n");
        case '\r' -> at.append("\\r");
        case '\t' -> at.append("\\t");
        case '\b' -> at.append("\\b");
        case '\f' -> at.append("\\f");
        default -> {
          if (c < ' ' || (Character.isSurrogate(c) && isLonely(value, i))) {
            at.append(String.format("\\u%04x", (int) c));
          } else {
            at.append(c);
          }
        }
      }
    }
    at.append('"');
  }

  private static boolean isLonely(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }

  void digits(String name, long value) {
    begin(name).append('"').append(value == 0 ? "" : Long.toUnsignedString(value)).append('"');
  }

  <T> void object(String name, T value, BiConsumer<Put, T> writer) {
    begin(name);
    braces(value, writer);
    before = line + "," + line;
  }

  <T> void list(String name, List<T> values, BiConsumer<Put, T> writer) {
    begin(name).append('[');
    String between = "";
    for (T value : values) {
      out.append(between);
      braces(value, writer);
      between = line + ",";
    }
    out.append(values.isEmpty() ? "" : line).append(']');
    before = "," + line;
  }

  private <T> void braces(T value, BiConsumer<Put, T> writer) {
    out.append('{').append(line);
    before = "";
    writer.accept(this, value);
    out.append(line).append('}');
  }
}

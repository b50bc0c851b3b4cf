// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.shape.Shape;
import java.util.HexFormat;
import java.util.List;

/**
 * The writing direction as JSON, either in the service's layout of protocol reference 3.0 and
 * Appendix D (one member a line, the comma after an object on a line of its own) or without any
 * white space as a browser writes it.
 */
final class JsonFields implements Fields {

  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder out;
  private final Layout layout;
  private Last last = Last.NOTHING;

  /** How members are set apart. */
  enum Layout {
    SERVICE("\n", ": "),
    COMPACT("", ":");

    private final String lineEnd;
    private final String colon;

    Layout(String lineEnd, String colon) {
      this.lineEnd = lineEnd;
      this.colon = colon;
    }
  }

  /** What the member before was: it decides where the comma goes. */
  private enum Last {
    NOTHING,
    SCALAR,
    OBJECT
  }

  private JsonFields(StringBuilder out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  /** One object, with the line end behind it that the service's layout has. */
  static <T> String write(Shape<T> shape, T value, Layout layout) {
    StringBuilder out = new StringBuilder(256);
    writeObject(out, shape, value, layout);
    return out.append(layout.lineEnd).toString();
  }

  private static <T> void writeObject(StringBuilder out, Shape<T> shape, T value, Layout layout) {
    out.append('{').append(layout.lineEnd);
    var same = shape.pass(new JsonFields(out, layout), value);
    assert same != null;
    out.append(layout.lineEnd).append('}');
  }

  private StringBuilder begin(String name, Last kind) {
    switch (last) {
      case NOTHING -> {}
      case SCALAR -> out.append(',').append(layout.lineEnd);
      case OBJECT -> out.append(layout.lineEnd).append(',').append(layout.lineEnd);
    }
    last = kind;
    return out.append('"').append(name).append('"').append(layout.colon);
  }

  @Override
  public int number(String name, int value) {
    begin(name, Last.SCALAR).append(value);
    return value;
  }

  @Override
  public long longNumber(String name, long value) {
    begin(name, Last.SCALAR).append(value);
    return value;
  }

  @Override
  public long digits(String name, long value) {
    begin(name, Last.SCALAR)
        .append('"')
        .append(value == 0 ? "" : Long.toUnsignedString(value))
        .append('"');
    return value;
  }

  @Override
  public String text(String name, String value) {
    quote(begin(name, Last.SCALAR), value);
    return value;
  }

  @Override
  public String optionalText(String name, String value) {
    return value.isEmpty() ? value : text(name, value);
  }

  @Override
  public boolean bit(String name, boolean value) {
    begin(name, Last.SCALAR).append(value ? 1 : 0);
    return value;
  }

  @Override
  public <T> T object(String name, Shape<T> shape, T value) {
    writeObject(begin(name, Last.OBJECT), shape, value, layout);
    return value;
  }

  @Override
  public <T> List<T> list(String name, Shape<T> shape, List<T> values) {
    begin(name, Last.SCALAR).append('[');
    String between = "";
    for (T value : values) {
      out.append(between);
      writeObject(out, shape, value, layout);
      between = layout.lineEnd + ",";
    }
    if (!values.isEmpty()) {
      out.append(layout.lineEnd);
    }
    out.append(']');
    return values;
  }

  @Override
  public <T> List<T> optionalList(String name, Shape<T> shape, List<T> values) {
    return values.isEmpty() ? values : list(name, shape, values);
  }

  @Override
  public List<Integer> numbers(String name, List<Integer> values) {
    StringBuilder list = begin(name, Last.SCALAR).append('[');
    String between = "";
    for (int value : values) {
      list.append(between).append(value);
      between = ",";
    }
    list.append(']');
    return values;
  }

  @Override
  public Fields required() {
    return this;
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < ' ' || isLonely(text, i)) {
            out.append("\\u").append(HEX.toHexDigits((short) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** Half of a character has no UTF-8; a browser escapes it as well. */
  private static boolean isLonely(String text, int at) {
    char c = text.charAt(at);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }
}

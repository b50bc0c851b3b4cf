// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.XmlContent.Layout;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The writing direction as XML without any white space between elements (protocol reference 3.4,
 * 5.6 to 5.13). Members whose names begin with {@code @} are attributes.
 */
final class XmlFields implements Fields {

  /** What a CDATA section cannot hold, and how two of them hold it. */
  private static final String END = "]]>";

  private static final String END_IN_TWO = "]]]]><![CDATA[>";

  /** What XML has no form for. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uD800-\\uDFFF\\uFFFE\\uFFFF]");

  private final Layout layout;
  private final StringBuilder attributes = new StringBuilder();
  private final StringBuilder children = new StringBuilder();

  private XmlFields(Layout layout) {
    this.layout = layout;
  }

  /** A value as an element of this name. */
  static <T> String write(String name, Layout layout, Shape.Passage<T> passage, T value) {
    XmlFields fields = new XmlFields(layout);
    var same = passage.pass(fields, value);
    assert same != null;
    return fields.element(name);
  }

  private String element(String name) {
    String start = "<" + name + attributes;
    boolean isShort = children.isEmpty() && !attributes.isEmpty() && !layout.end().isEmpty();
    return isShort ? start + layout.end() : start + ">" + children + "</" + name + ">";
  }

  @Override
  public int number(String name, int value) {
    put(name, Integer.toString(value));
    return value;
  }

  @Override
  public long longNumber(String name, long value) {
    put(name, Long.toString(value));
    return value;
  }

  @Override
  public long digits(String name, long value) {
    put(name, value == 0 ? "" : Long.toUnsignedString(value));
    return value;
  }

  @Override
  public String text(String name, String value) {
    boolean isElement = !name.startsWith("@");
    if (layout == Layout.SECTIONS && isElement && !value.isEmpty()) {
      return verbatimText(name, value);
    }
    put(name, value);
    return value;
  }

  @Override
  public String optionalText(String name, String value) {
    return value.isEmpty() ? value : text(name, value);
  }

  @Override
  public String verbatimText(String name, String value) {
    child(name, "<![CDATA[" + allowed(value).replace(END, END_IN_TWO) + END);
    return value;
  }

  @Override
  public boolean bit(String name, boolean value) {
    put(name, value ? "1" : "0");
    return value;
  }

  @Override
  public <T> T object(String name, Shape<T> shape, T value) {
    children.append(write(name, layout, shape.passage(), value));
    return value;
  }

  @Override
  public <T> List<T> list(String name, Shape<T> shape, List<T> values) {
    values.forEach(value -> object(name, shape, value));
    return values;
  }

  @Override
  public <T> List<T> optionalList(String name, Shape<T> shape, List<T> values) {
    return list(name, shape, values);
  }

  @Override
  public List<Integer> numbers(String name, List<Integer> values) {
    throw new UnsupportedOperationException("flat XML has no place for the list " + name);
  }

  @Override
  public Fields required() {
    return this;
  }

  private void put(String name, String text) {
    if (name.startsWith("@")) {
      attributes
          .append(' ')
          .append(name.substring(1))
          .append("=\"")
          .append(inAttribute(text))
          .append('"');
    } else {
      child(name, escaped(text));
    }
  }

  /** A text as the content of an element. */
  static String escaped(String text) {
    return allowed(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A text between the quotes of an attribute. Parsers make blanks of plain line breaks there. */
  static String inAttribute(String text) {
    return escaped(text).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
  }

  private static String allowed(String text) {
    return FORBIDDEN.matcher(text).replaceAll("");
  }

  private void child(String name, String inner) {
    children.append('<').append(name).append('>').append(inner);
    children.append("</").append(name).append('>');
  }
}

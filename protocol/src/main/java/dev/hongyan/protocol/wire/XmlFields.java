// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.shape.Shape;
import java.util.List;

/** The writing direction as flat XML elements without any white space (protocol reference 3.4). */
final class XmlFields implements Fields {

  /** What a CDATA section cannot hold, and how two of them hold it. */
  private static final String END = "]]>";

  private static final String END_IN_TWO = "]]]]><![CDATA[>";

  private final StringBuilder out = new StringBuilder();
  private final boolean inCdata;

  private XmlFields(boolean inCdata) {
    this.inCdata = inCdata;
  }

  /** All elements of a value below a root; texts are escaped, or stand in CDATA sections. */
  static <T> String write(String root, Shape<T> shape, T value, boolean inCdata) {
    XmlFields fields = new XmlFields(inCdata);
    var same = shape.pass(fields, value);
    assert same != null;
    return "<" + root + ">" + fields.out + "</" + root + ">";
  }

  @Override
  public int number(String name, int value) {
    element(name, Integer.toString(value));
    return value;
  }

  @Override
  public long longNumber(String name, long value) {
    element(name, Long.toString(value));
    return value;
  }

  @Override
  public long digits(String name, long value) {
    element(name, value == 0 ? "" : Long.toUnsignedString(value));
    return value;
  }

  @Override
  public String text(String name, String value) {
    if (inCdata && !value.isEmpty()) {
      append(name, "<![CDATA[" + value.replace(END, END_IN_TWO) + END);
    } else {
      element(name, value);
    }
    return value;
  }

  @Override
  public String optionalText(String name, String value) {
    return value.isEmpty() ? value : text(name, value);
  }

  @Override
  public boolean bit(String name, boolean value) {
    element(name, value ? "1" : "0");
    return value;
  }

  @Override
  public <T> T object(String name, Shape<T> shape, T value) {
    throw new UnsupportedOperationException("flat XML has no place for the object " + name);
  }

  @Override
  public <T> List<T> list(String name, Shape<T> shape, List<T> values) {
    throw new UnsupportedOperationException("flat XML has no place for the list " + name);
  }

  @Override
  public <T> List<T> optionalList(String name, Shape<T> shape, List<T> values) {
    return list(name, shape, values);
  }

  @Override
  public Fields required() {
    return this;
  }

  private void element(String name, String text) {
    append(name, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  private void append(String name, String markup) {
    out.append('<').append(name).append('>').append(markup);
    out.append("</").append(name).append('>');
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.shape.Shape;
import java.util.List;

/** The writing direction as flat XML elements without any white space (protocol reference 3.4). */
final class XmlFields implements Fields {

  private final StringBuilder out = new StringBuilder();

  private XmlFields() {}

  static <T> String write(String root, Shape<T> shape, T value) {
    XmlFields fields = new XmlFields();
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
    element(name, value);
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
  public Fields required() {
    return this;
  }

  private void element(String name, String text) {
    out.append('<').append(name).append('>');
    out.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    out.append("</").append(name).append('>');
  }
}

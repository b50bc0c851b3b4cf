// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.shape.Shape;
import java.util.List;

/** Neither direction: each member comes back as it was. */
final class UntouchedFields implements Fields {

  @Override
  public int number(String name, int value) {
    return value;
  }

  @Override
  public long longNumber(String name, long value) {
    return value;
  }

  @Override
  public long digits(String name, long value) {
    return value;
  }

  @Override
  public String text(String name, String value) {
    return value;
  }

  @Override
  public String optionalText(String name, String value) {
    return value;
  }

  @Override
  public boolean bit(String name, boolean value) {
    return value;
  }

  @Override
  public <T> T object(String name, Shape<T> shape, T value) {
    return shape.pass(this, value);
  }

  @Override
  public <T> List<T> list(String name, Shape<T> shape, List<T> values) {
    return values.stream().map(value -> shape.pass(this, value)).toList();
  }

  @Override
  public <T> List<T> optionalList(String name, Shape<T> shape, List<T> values) {
    return list(name, shape, values);
  }

  @Override
  public List<Integer> numbers(String name, List<Integer> values) {
    return values;
  }

  @Override
  public Fields required() {
    return this;
  }
}

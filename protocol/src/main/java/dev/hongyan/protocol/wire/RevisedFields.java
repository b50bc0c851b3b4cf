// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.shape.Revision;
import dev.hongyan.protocol.shape.Revision.Kind;
import dev.hongyan.protocol.shape.Shape;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Members as other fields read them, revised on their way to whoever asked. */
record RevisedFields(Fields source, Revision revision) implements Fields {

  private static final Pattern RESULT = Pattern.compile("-?[0-9]{1,9}");

  /** A shape whose members are revised as they are read. */
  static <T> Shape<T> over(Shape<T> shape, Revision revision) {
    return new Shape<>(
        shape.neutral(), (fields, value) -> shape.pass(new RevisedFields(fields, revision), value));
  }

  @Override
  public int result(String name, int value) {
    return revision.result(source.result(name, value));
  }

  @Override
  public String resultText(String name, String value) {
    String read = source.resultText(name, value);
    return RESULT.matcher(read).matches()
        ? Integer.toString(revision.result(Integer.parseInt(read)))
        : revision.text(Kind.TEXT, read);
  }

  @Override
  public int number(String name, int value) {
    return revision.number(source.number(name, value));
  }

  @Override
  public long longNumber(String name, long value) {
    return revision.longNumber(source.longNumber(name, value));
  }

  @Override
  public long digits(String name, long value) {
    return revision.longNumber(source.digits(name, value));
  }

  @Override
  public String text(String name, String value) {
    return revision.text(Kind.TEXT, source.text(name, value));
  }

  @Override
  public String optionalText(String name, String value) {
    return revision.text(Kind.TEXT, source.optionalText(name, value));
  }

  @Override
  public String measure(String name, String value) {
    return revision.text(Kind.MEASURE, source.measure(name, value));
  }

  @Override
  public boolean bit(String name, boolean value) {
    return revision.bit(source.bit(name, value));
  }

  @Override
  public Instant seconds(String name, Instant value) {
    return revision.moment(source.seconds(name, value));
  }

  @Override
  public <T> T word(
      String name, T value, Function<String, T> wrap, Function<? super T, String> unwrap) {
    T read = source.word(name, value, wrap, unwrap);
    return wrap.apply(revision.text(kind(read), unwrap.apply(read)));
  }

  private static Kind kind(Object word) {
    return switch (word) {
      case Secret _ -> Kind.SECRET;
      case UserName _ -> Kind.USER_NAME;
      default -> Kind.ID;
    };
  }

  @Override
  public <T> T object(String name, Shape<T> shape, T value) {
    return source.object(name, over(shape, revision), value);
  }

  @Override
  public <T> List<T> list(String name, Shape<T> shape, List<T> values) {
    return source.list(name, over(shape, revision), values);
  }

  @Override
  public <T> List<T> optionalList(String name, Shape<T> shape, List<T> values) {
    return source.optionalList(name, over(shape, revision), values);
  }

  @Override
  public List<Integer> numbers(String name, List<Integer> values) {
    return source.numbers(name, values).stream().map(revision::number).toList();
  }

  @Override
  public Fields required() {
    return new RevisedFields(source.required(), revision);
  }
}

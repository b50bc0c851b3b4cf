// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.shape;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The members of one object on the wire. Each method takes a member's wire name and value: writing
 * puts the value down and returns it, reading ignores it (but for the fallback when the member is
 * absent) and returns what arrived.
 *
 * <p>Reading is lenient as protocol reference 6.3 demands: numbers come as texts and texts as
 * numbers, null and absence are the fallback. Only {@link #required()} members must be there.
 */
public interface Fields {

  /** A 32-bit number; one that does not fit is read as the fallback. */
  int number(String name, int value);

  /** A 64-bit number, exact; one of 64 unsigned bits keeps its bits. */
  long longNumber(String name, long value);

  /** A 64-bit number that the wire carries as a text of decimal digits; empty for 0. */
  long digits(String name, long value);

  /** A text. */
  String text(String name, String value);

  /** A truth value that the wire carries as 1 or 0. */
  boolean bit(String name, boolean value);

  /** An object of its own. */
  <T> T object(String name, Shape<T> shape, T value);

  /** A list of objects; an item that is no object is left out. */
  <T> List<T> list(String name, Shape<T> shape, List<T> values);

  /** A list of 32-bit numbers; an item that is none is left out. */
  List<Integer> numbers(String name, List<Integer> values);

  /** These fields, but reading one that is absent fails and names it. */
  Fields required();

  /** A text that is left out when empty. */
  String optionalText(String name, String value);

  /** A list of objects that is left out when empty. */
  <T> List<T> optionalList(String name, Shape<T> shape, List<T> values);

  /** A text that XML writes as a section of character data, everything else as any text. */
  default String verbatimText(String name, String value) {
    return text(name, value);
  }

  /** A text; one that arrives empty is read as the fallback. */
  default String filledText(String name, String value) {
    String text = text(name, value);
    return text.isEmpty() ? value : text;
  }

  /** A text that holds a size or a length, or nothing. */
  default String measure(String name, String value) {
    return text(name, value);
  }

  /** An object that tells more about the same value. */
  default <T> T within(String name, T value, Shape.Passage<T> passage) {
    return object(name, new Shape<>(value, passage), value);
  }

  /** The number that tells how a call went. */
  default int result(String name, int value) {
    return number(name, value);
  }

  /** The same where the wire carries a text. */
  default String resultText(String name, String value) {
    return text(name, value);
  }

  /** A moment as Unix seconds; one that 32 bits cannot count is read as the fallback. */
  default Instant seconds(String name, Instant value) {
    long fallback = value.getEpochSecond();
    long seconds = longNumber(name, fallback);
    return seconds >= 0 && seconds <= 0xFFFF_FFFFL ? Instant.ofEpochSecond(seconds) : value;
  }

  /** A text with a type of its own. */
  default <T> T word(
      String name, T value, Function<String, T> wrap, Function<? super T, String> unwrap) {
    return wrap.apply(text(name, unwrap.apply(value)));
  }

  /** A number that is written for the other side and means nothing to us when it arrives. */
  default void constant(String name, int value) {
    var ignored = number(name, value);
  }

  /** A text that is written for the other side and means nothing to us when it arrives. */
  default void constant(String name, String value) {
    var ignored = text(name, value);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.shape;

/**
 * How an object looks on the wire, told once and used in both directions.
 *
 * <p>A passage hands every member of a value to {@link Fields} and builds the value anew from what
 * comes back. When writing, the fields put each member down and return it unchanged; when reading,
 * they return what arrived, or the neutral value's member where nothing did. So the order of the
 * calls is the order on the wire, and the two directions cannot drift apart.
 *
 * @param <T> what is described
 * @param neutral the value with nothing in it: what every absent member falls back to
 * @param passage the description
 */
public record Shape<T>(T neutral, Passage<T> passage) {

  /** Passes every member of a value through the fields, in wire order. */
  @FunctionalInterface
  public interface Passage<T> {

    /** Hands over each member of {@code value} and returns the value made of what came back. */
    T pass(Fields fields, T value);
  }

  /** Reads or writes through these fields. */
  public T pass(Fields fields, T value) {
    return passage.pass(fields, value);
  }
}

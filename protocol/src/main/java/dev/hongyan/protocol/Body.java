// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The bytes of an HTTP message: either in memory, or somewhere else, to be streamed as often as
 * wanted. Treated as immutable: nobody writes into a body's array, and a source gives the same
 * bytes each time.
 */
public final class Body {

  /** No bytes. */
  public static final Body EMPTY = new Body(new byte[0]);

  private final long length;
  private final Source source;

  /** Where bytes come from that are not in memory. */
  @FunctionalInterface
  public interface Source {

    /**
     * All of the bytes, from the first; the caller closes the stream.
     *
     * @throws IOException if they cannot be had
     */
    InputStream open() throws IOException;
  }

  /** An array, or a part of one, as a source. */
  private static final class InMemory implements Source {

    private final byte[] bytes;
    private final int from;
    private final int length;

    InMemory(byte[] bytes, int from, int length) {
      this.bytes = bytes;
      this.from = from;
      this.length = length;
    }

    InMemory part(long start, long size) {
      return new InMemory(bytes, from + (int) start, (int) size);
    }

    byte[] bytes() {
      return length == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, from + length);
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes, from, length);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof InMemory memory
          && Arrays.equals(
              bytes, from, from + length, memory.bytes, memory.from, memory.from + memory.length);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes());
    }
  }

  private Body(byte[] bytes) {
    this(bytes.length, new InMemory(bytes, 0, bytes.length));
  }

  private Body(long length, Source source) {
    this.length = length;
    this.source = source;
  }

  /** A body over this array, which the caller gives away. */
  public static Body of(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Body(bytes);
  }

  /** A body of this text in UTF-8. */
  public static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A body that is streamed from elsewhere.
   *
   * @param length how many bytes the source gives, at least 0
   */
  public static Body of(long length, Source source) {
    if (length < 0) {
      throw new IllegalArgumentException("a body of " + length + " bytes");
    }
    return length == 0 ? EMPTY : new Body(length, source);
  }

  /** These bodies as one, in memory if all of them are. */
  public static Body join(List<Body> bodies) {
    return Joined.of(bodies);
  }

  /** Whether {@link #bytes()} has them. */
  public boolean isInMemory() {
    return source instanceof InMemory;
  }

  /**
   * The bytes as a stream; the caller closes it.
   *
   * @throws IOException if they cannot be had
   */
  public InputStream open() throws IOException {
    return source.open();
  }

  /**
   * The bytes themselves; of a {@link #slice} a copy.
   *
   * @throws IllegalStateException if they are not in memory
   */
  public byte[] bytes() {
    if (source instanceof InMemory memory) {
      return memory.bytes();
    }
    throw new IllegalStateException("a body of " + length + " bytes is not in memory");
  }

  /** Length in bytes. */
  public long length() {
    return length;
  }

  /**
   * A part of this body, of the same array or streamed from the same source: nothing is copied.
   *
   * @throws IndexOutOfBoundsException if the body does not reach that far
   */
  public Body slice(long from, long size) {
    long start = Objects.checkFromIndexSize(from, size, length);
    if (source instanceof InMemory memory) {
      return of(size, memory.part(start, size));
    }
    return of(size, new Slice(source, start, size));
  }

  /**
   * The bytes read as UTF-8, what is broken replaced by U+FFFD.
   *
   * @throws IllegalStateException if they are not in memory
   */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** Bodies in memory are equal by their bytes, others by length and source. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Body body && length == body.length && source.equals(body.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  /** The length only: bodies hold secrets and people's words. */
  @Override
  public String toString() {
    return length + " bytes";
  }
}

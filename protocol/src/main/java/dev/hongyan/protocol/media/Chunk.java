// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.Body;

/**
 * A part of a file on its way up (protocol reference 3.18).
 *
 * @param count how many there are
 * @param index which one this is, from 0
 */
public record Chunk(int count, int index, Body bytes) {

  /** Bytes of every chunk but the last. */
  public static final int SIZE = 512 << 10;

  /** Nothing. */
  public static final Chunk NONE = new Chunk(1, 0, Body.EMPTY);

  /** How many chunks a file of this size has; an empty one has one, too. */
  public static int count(long size) {
    return Math.toIntExact(Math.max(1, Math.ceilDiv(size, SIZE)));
  }

  /**
   * One chunk of a file.
   *
   * @throws IndexOutOfBoundsException if there is no such chunk
   */
  public static Chunk of(Body file, int index) {
    long from = (long) index * SIZE;
    return new Chunk(
        count(file.length()),
        index,
        file.slice(from, Math.min(SIZE, Math.max(file.length() - from, 0))));
  }

  /** Whether the file ends with it. */
  public boolean isLast() {
    return index == count - 1;
  }

  /** Where it begins in the file. */
  public long position() {
    return (long) index * SIZE;
  }
}

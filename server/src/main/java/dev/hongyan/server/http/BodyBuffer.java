// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.protocol.Body;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * A body while it arrives. Memory grows with what has come, not with what was announced, and is
 * paid from a budget.
 */
final class BodyBuffer {

  /** Nearly every body of the protocol fits at once; a liar costs no more than this. */
  private static final int FIRST = 16 << 10;

  private static final byte[] NOTHING = {};

  private final Budget budget;
  private final int most;
  private byte[] bytes = NOTHING;
  private int size;

  /**
   * @param most bytes that the body may have: the announced length, or the limit if none is
   *     announced
   */
  BodyBuffer(Budget budget, int most) {
    this.budget = budget;
    this.most = most;
  }

  void add(ByteBuf more) throws RefusalException {
    int length = more.readableBytes();
    if (length > most - size) {
      throw new RefusalException(413, "The body is longer than " + most + " bytes.");
    }
    if (size + length > bytes.length) {
      grow(size + length);
    }
    more.readBytes(bytes, size, length);
    size += length;
  }

  private void grow(int least) throws RefusalException {
    int capacity = Math.min(most, Math.max(least, Math.max(FIRST, 2 * bytes.length)));
    if (!budget.take(capacity - bytes.length)) {
      throw new RefusalException(503, "Too many bodies are being received, try again later.");
    }
    bytes = Arrays.copyOf(bytes, capacity);
  }

  /** Bytes taken from the budget; who takes the body gives them back, else {@link #drop} does. */
  int memory() {
    return bytes.length;
  }

  Body body() {
    return Body.of(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
  }

  void drop() {
    budget.giveBack(bytes.length);
    bytes = NOTHING;
    size = 0;
  }
}

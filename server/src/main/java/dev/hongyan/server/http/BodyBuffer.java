// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.protocol.Body;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A body while it arrives, and until its request is answered. It grows with what has come, not with
 * what was announced: in memory first, beyond {@link Limits#IN_MEMORY} on disk, both paid from a
 * budget.
 */
final class BodyBuffer {

  /** Nearly every body of the protocol fits at once; a liar costs no more than this. */
  private static final int FIRST = 16 << 10;

  /** Each step copies what is there: chunks of files grow in three steps. */
  private static final int GROWTH = 4;

  private static final byte[] NOTHING = {};

  private final Budget memory;
  private final Budget disk;
  private final int inMemory;
  private final int most;
  private byte[] bytes = NOTHING;
  private int size;
  private @Nullable Spool spool;

  /** Bytes taken from the disk's budget. */
  private long paid;

  private boolean dropped;

  /**
   * @param memory bytes of all bodies in memory
   * @param disk bytes of all bodies on disk
   * @param inMemory bytes beyond which the body is on disk
   * @param most bytes that the body may have: the announced length, or the limit if none is
   *     announced
   */
  BodyBuffer(Budget memory, Budget disk, int inMemory, int most) {
    this.memory = memory;
    this.disk = disk;
    this.inMemory = inMemory;
    this.most = most;
  }

  void add(ByteBuf more) throws RefusalException {
    int length = more.readableBytes();
    if (length > most - size) {
      throw new RefusalException(413, "The body is longer than " + most + " bytes.");
    }
    if (spool == null && size + length > inMemory) {
      spool = spill();
    }
    if (spool != null) {
      append(spool, more);
    } else {
      if (size + length > bytes.length) {
        grow(size + length);
      }
      more.readBytes(bytes, size, length);
    }
    size += length;
  }

  private void grow(int least) throws RefusalException {
    int wanted = Math.max(least, Math.max(FIRST, GROWTH * bytes.length));
    int capacity = Math.min(inMemory, wanted);
    if (!memory.take(capacity - bytes.length)) {
      throw tooMany();
    }
    bytes = Arrays.copyOf(bytes, capacity);
  }

  /** What is in memory goes to disk, for it becomes too much. */
  private Spool spill() throws RefusalException {
    pay(size);
    try {
      Spool started = Spool.create();
      started.add(Unpooled.wrappedBuffer(bytes, 0, size));
      memory.giveBack(bytes.length);
      bytes = NOTHING;
      return started;
    } catch (IOException e) {
      throw noDisk();
    }
  }

  private void append(Spool to, ByteBuf more) throws RefusalException {
    pay(more.readableBytes());
    try {
      to.add(more);
    } catch (IOException e) {
      throw noDisk();
    }
  }

  private void pay(int more) throws RefusalException {
    if (!disk.take(more)) {
      throw tooMany();
    }
    paid += more;
  }

  private static RefusalException tooMany() {
    return new RefusalException(503, "Too many bodies are being received, try again later.");
  }

  private static RefusalException noDisk() {
    return new RefusalException(503, "There is no room for the body.");
  }

  /** What has come, to be read until it is dropped. */
  Body body() {
    if (spool != null) {
      return spool.body();
    }
    return Body.of(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
  }

  /** Gives back what it has taken; nobody reads it any more. */
  void drop() {
    if (dropped) {
      return;
    }
    dropped = true;
    if (spool != null) {
      spool.drop();
    }
    disk.giveBack(paid);
    memory.giveBack(bytes.length);
    bytes = NOTHING;
  }
}

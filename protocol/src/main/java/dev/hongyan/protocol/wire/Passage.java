// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A way through a stream from mark to mark, of which only a window is ever in memory. */
final class Passage {

  private static final int WINDOW = 64 << 10;

  private final InputStream in;
  private final byte[] window = new byte[WINDOW];
  private int start;
  private int end;
  private long position;

  /** What becomes of the bytes before a mark. */
  @FunctionalInterface
  private interface Sink {
    void take(byte[] bytes, int from, int length);
  }

  Passage(InputStream in) {
    this.in = in;
  }

  /** How many bytes have been passed. */
  long position() {
    return position;
  }

  boolean isAtEnd() throws IOException {
    return start == end && !fill();
  }

  /**
   * Passes a mark and all before it.
   *
   * @return where the mark began
   * @throws Unreadable if it does not come
   */
  long skipTo(byte[] mark) throws IOException {
    return pass(mark, false, (bytes, from, length) -> {});
  }

  /**
   * The text before a mark, which is passed.
   *
   * @throws Unreadable if it does not come, or not soon enough
   */
  String textTo(byte[] mark, int limit) throws IOException {
    return textTo(mark, limit, false);
  }

  /** The same, where the end of the stream may do as the mark. */
  String textTo(byte[] mark, int limit, boolean orEnd) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    var ignored =
        pass(
            mark,
            orEnd,
            (bytes, from, length) -> {
              if (length > limit - text.size()) {
                throw new Unreadable("has a part of more than " + limit + " bytes");
              }
              text.write(bytes, from, length);
            });
    return text.toString(StandardCharsets.UTF_8);
  }

  private long pass(byte[] mark, boolean orEnd, Sink before) throws IOException {
    while (true) {
      int found = find(mark);
      // Short of the mark's length the mark may have begun.
      int to = found >= 0 ? found : Math.max(start, end - mark.length + 1);
      before.take(window, start, to - start);
      advance(to - start);
      if (found >= 0) {
        advance(mark.length);
        return position - mark.length;
      }
      if (!fill()) {
        if (!orEnd) {
          throw new Unreadable("ends in the middle of a part");
        }
        before.take(window, start, end - start);
        advance(end - start);
        return position;
      }
    }
  }

  /** Looks at one byte in each length of the mark (Horspool): files are long, marks are rare. */
  private int find(byte[] mark) {
    int[] steps = steps(mark);
    int last = mark.length - 1;
    for (int i = start; i + last < end; i += steps[window[i + last] & 0xff]) {
      if (Arrays.equals(window, i, i + mark.length, mark, 0, mark.length)) {
        return i;
      }
    }
    return -1;
  }

  /** By the byte under the mark's last: how far the mark has to go to lie on it again. */
  private static int[] steps(byte[] mark) {
    int[] steps = new int[256];
    Arrays.fill(steps, mark.length);
    for (int i = 0; i < mark.length - 1; i++) {
      steps[mark[i] & 0xff] = mark.length - 1 - i;
    }
    return steps;
  }

  private void advance(int bytes) {
    start += bytes;
    position += bytes;
  }

  /** Reads on behind what is left; false at the end. */
  private boolean fill() throws IOException {
    System.arraycopy(window, start, window, 0, end - start);
    end -= start;
    start = 0;
    int read = in.read(window, end, window.length - end);
    end += Math.max(read, 0);
    return read > 0;
  }
}

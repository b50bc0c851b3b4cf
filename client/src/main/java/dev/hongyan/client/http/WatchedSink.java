// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.WebReply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes on what flows into a sink, remembers how it begins and counts it. */
final class WatchedSink implements BodySink {

  /** Enough to tell what it is. */
  private static final int BEGINNING = 64;

  private final BodySink sink;
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream(BEGINNING);
  private long count;

  WatchedSink(BodySink sink) {
    this.sink = sink;
  }

  /** The reply with a body of as many bytes as came, of which the first can be read. */
  WebReply seen(WebReply head) {
    byte[] first = beginning.toByteArray();
    return new WebReply(
        head.status(), head.headers(), Body.of(count, () -> new ByteArrayInputStream(first)));
  }

  @Override
  public OutputStream open(WebReply head) throws IOException {
    beginning.reset();
    count = 0;
    return new FilterOutputStream(sink.open(head)) {
      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        beginning.write(bytes, offset, Math.min(length, BEGINNING - beginning.size()));
        count += length;
      }
    };
  }
}

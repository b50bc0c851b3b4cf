// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.protocol.WebReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.Serial;
import java.io.UncheckedIOException;

/** Lets a body flow into a sink, telling whose fault it is when that fails. */
final class Pouring {

  private static final int BUFFER = 64 << 10;

  private Pouring() {}

  /**
   * Copies all that comes.
   *
   * @throws IOException if the body breaks off or has more than {@code limit} bytes
   * @throws UncheckedIOException if the sink fails
   */
  static void into(BodySink sink, WebReply head, InputStream body, long limit)
      throws IOException, InterruptedException {
    long announced = announced(head);
    if (announced > limit) {
      throw new IOException(announced + " bytes are announced, allowed are " + limit);
    }
    try (OutputStream out = sink.open(head)) {
      copy(body, out, limit);
    } catch (Broken e) {
      throw e.why;
    } catch (IOException e) {
      throw new UncheckedIOException("the reply could not be kept", e);
    }
  }

  private static void copy(InputStream body, OutputStream out, long limit)
      throws IOException, Broken, InterruptedException {
    byte[] buffer = new byte[BUFFER];
    long taken = 0;
    for (int count = read(body, buffer); count >= 0; count = read(body, buffer)) {
      taken += count;
      if (taken > limit) {
        throw new Broken(new IOException("the body has more than " + limit + " bytes"));
      }
      out.write(buffer, 0, count);
    }
  }

  private static int read(InputStream body, byte[] buffer) throws Broken, InterruptedException {
    try {
      return body.read(buffer);
    } catch (InterruptedIOException _) {
      // Cleared, as it is whenever this exception is thrown.
      var ignored = Thread.interrupted();
      throw new InterruptedException("interrupted while a reply arrives");
    } catch (IOException e) {
      throw new Broken(e);
    }
  }

  private static long announced(WebReply head) {
    return head.headers()
        .first("Content-Length")
        .filter(length -> length.matches("[0-9]{1,18}"))
        .map(Long::parseLong)
        .orElse(0L);
  }

  /** The body has broken off, as opposed to the sink. */
  private static final class Broken extends Exception {

    @Serial private static final long serialVersionUID = 1L;
    private final IOException why;

    Broken(IOException why) {
      super(why);
      this.why = why;
    }
  }
}

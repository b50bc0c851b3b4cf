// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.protocol.Body;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The body of a request on its way; what it has opened to read from is closed with it. */
final class OutgoingBody implements AutoCloseable {

  private final Body body;
  private final List<InputStream> opened = new CopyOnWriteArrayList<>();

  OutgoingBody(Body body) {
    this.body = body;
  }

  BodyPublisher publisher() {
    return body.isInMemory()
        ? BodyPublishers.ofByteArray(body.bytes())
        : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::open), body.length());
  }

  /** The JDK opens it again when a connection that it kept turns out to be closed. */
  private InputStream open() {
    try {
      InputStream stream = body.open();
      opened.add(stream);
      return stream;
    } catch (IOException e) {
      return new Unreadable(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (InputStream stream : opened) {
      stream.close();
    }
  }

  /** Fails when it is read, where the JDK expects failures. */
  private static final class Unreadable extends InputStream {

    private final IOException why;

    Unreadable(IOException why) {
      this.why = why;
    }

    @Override
    public int read() throws IOException {
      throw why;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      throw why;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several bodies one after the other. */
record Joined(List<Body> bodies) implements Body.Source {

  static Body of(List<Body> bodies) {
    if (bodies.stream().allMatch(Body::isInMemory)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      bodies.forEach(b -> all.writeBytes(b.bytes()));
      return Body.of(all.toByteArray());
    }
    return Body.of(bodies.stream().mapToLong(Body::length).sum(), new Joined(List.copyOf(bodies)));
  }

  @Override
  public InputStream open() {
    return new InTurn(bodies.iterator());
  }

  /** Opens each when the one before has ended: a file's handle is not held before its time. */
  private static final class InTurn extends InputStream {

    private final Iterator<Body> rest;
    private @Nullable InputStream current;

    InTurn(Iterator<Body> rest) {
      this.rest = rest;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (current != null || rest.hasNext()) {
        InputStream in = current == null ? rest.next().open() : current;
        current = in;
        int read = in.read(into, offset, length);
        if (read > 0) {
          return read;
        }
        in.close();
        current = null;
      }
      return -1;
    }

    @Override
    public void close() throws IOException {
      if (current != null) {
        current.close();
      }
    }
  }
}

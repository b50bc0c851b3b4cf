// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import dev.hongyan.protocol.Origin;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that says exactly the bytes it is told to say. */
final class Wire implements AutoCloseable {

  /** Above every wait of these tests. */
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;

  Wire(Origin server) throws IOException {
    int port = URI.create(server.toString()).getPort();
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  Wire say(String text) throws IOException {
    return say(text.getBytes(StandardCharsets.UTF_8));
  }

  Wire say(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** The status of what the server answers. */
  int status() throws IOException {
    String line = new String(in.readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
    return Integer.parseInt(line.substring(line.indexOf(' ') + 1));
  }

  /** Everything that the server says until it ends the connection. */
  String rest() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

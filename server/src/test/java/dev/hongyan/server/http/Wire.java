// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.protocol.Body;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client that says exactly the bytes it is told to say. */
final class Wire implements AutoCloseable {

  /** Above every wait of these tests; a reply that takes longer is a failure. */
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;

  record Reply(int status, List<String> headers, Body body) {

    List<String> all(String name) {
      return headers.stream()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .toList();
    }

    Optional<String> first(String name) {
      return all(name).stream().findFirst();
    }

    String text() {
      return body.text();
    }
  }

  Wire(int port) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  Wire say(String text) throws IOException {
    return say(text.getBytes(StandardCharsets.UTF_8));
  }

  Wire say(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** A GET without any ado. */
  Wire get(String target) throws IOException {
    return say("GET " + target + " HTTP/1.1\r\nHost: wx.qq.com\r\n\r\n");
  }

  Reply reply() throws IOException {
    return reply(true);
  }

  /** The next reply; without a body if it answers HEAD. */
  Reply reply(boolean withBody) throws IOException {
    String status = line();
    List<String> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      headers.add(line);
    }
    Reply head = new Reply(Integer.parseInt(status.substring(9, 12)), headers, Body.EMPTY);
    int length = Integer.parseInt(head.first("Content-Length").orElse("0"));
    return new Reply(head.status, headers, Body.of(in.readNBytes(withBody ? length : 0)));
  }

  /** Whether bytes have arrived that were not read yet. */
  boolean hasSomething() throws IOException {
    return in.available() > 0;
  }

  /** Takes what comes, if anything comes before the connection ends or pauses. */
  void tryReply() throws IOException {
    socket.setSoTimeout(20);
    try {
      in.read();
    } catch (IOException _) {
      // Nothing came: the server waits for the rest.
    }
  }

  /** Whether the server says nothing more and ends the connection. */
  boolean ended() throws IOException {
    return in.read() == -1;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("connection ended after: " + line.toString(StandardCharsets.UTF_8));
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

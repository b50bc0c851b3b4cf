// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that does on each connection what a test tells it to, however wrong that is. */
final class ScriptedServer implements AutoCloseable {

  /** What happens on a connection once the head of a request is there. */
  interface Script {
    void run(Socket connection, OutputStream out) throws IOException, InterruptedException;
  }

  /** What a client begins with that wants TLS. */
  private static final int TLS = 0x16;

  private final ServerSocket listening;
  private final Script script;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  ScriptedServer(Script script) {
    this.script = script;
    try {
      this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Writes this text and closes. */
  static ScriptedServer saying(String text) {
    return new ScriptedServer((_, out) -> out.write(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  String authority() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  /** The heads of all requests so far. */
  List<String> heads() {
    return heads;
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = listening.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      heads.add(readHead(connection.getInputStream()));
      script.run(connection, connection.getOutputStream());
    } catch (IOException e) {
      // The client has hung up, which is what many tests want it to do.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String readHead(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (head.size() == 0 && next == TLS) {
        return "TLS";
      }
      if (next < 0) {
        throw new IOException("the request has no end");
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

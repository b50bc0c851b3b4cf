// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;

/**
 * The least that can take and give a file over HTTP: the JDK's server, a file, a buffer. Under
 * {@code /safe} it does what any server of the protocol has to do besides: reads the digest of what
 * has come, and has it on disk before it answers.
 */
final class PlainServer {

  private static final int BUFFER = 64 << 10;

  private final Path file;

  private PlainServer(Path file) {
    this.file = file;
  }

  /** Argument: a folder. Ends with its input. */
  public static void main(String[] arguments) throws IOException {
    PlainServer plain = new PlainServer(Path.of(arguments[0]).resolve("plain"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.setExecutor(threads);
      server.createContext("/", plain::handle);
      server.start();
      System.out.println(server.getAddress().getPort());
      System.in.transferTo(OutputStream.nullOutputStream());
      server.stop(0);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("PUT")) {
        take(exchange.getRequestBody());
        if (exchange.getRequestURI().getPath().equals("/safe")) {
          makeSafe();
        }
        exchange.sendResponseHeaders(204, -1);
      } else {
        exchange.sendResponseHeaders(200, Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
          copy(in, exchange.getResponseBody());
        }
      }
    }
  }

  private void take(InputStream body) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      copy(body, out);
    }
  }

  private void makeSafe() throws IOException {
    var ignored = Digests.md5AndSha256(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      out.write(buffer, 0, count);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.media;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** The least that can send and fetch a file over HTTP: the JDK's client at {@link PlainServer}. */
final class PlainCopy implements AutoCloseable {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;

  PlainCopy(URI server) {
    this.server = server;
  }

  void up(Path file) throws IOException, InterruptedException {
    put("/", file);
  }

  /** With what the protocol asks of both sides: digests, and a file that is safe on disk. */
  void upSafely(Path file) throws IOException, InterruptedException {
    var ignored = Digests.md5(file);
    put("/safe", file);
  }

  private void put(String path, Path file) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path)).PUT(BodyPublishers.ofFile(file)).build();
    check(http.send(request, BodyHandlers.discarding()));
  }

  void down(Path file) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(server.resolve("/")).build();
    check(http.send(request, BodyHandlers.ofFile(file)));
  }

  private static void check(HttpResponse<?> response) throws IOException {
    if (response.statusCode() / 100 != 2) {
      throw new IOException("status " + response.statusCode());
    }
  }

  @Override
  public void close() {
    http.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.foreign;

import dev.hongyan.system.island.Island;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * Carries calls of the phone API onto an {@link Island}, whose loopback interface nobody outside
 * reaches: {@code METHOD PATH BODY} a line in, {@code STATUS BODY} a line out.
 */
final class PhoneRelay {

  private PhoneRelay() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    URI server = URI.create(args[0]);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      out.println("ready");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] call = line.split(" ", 3);
        var request =
            HttpRequest.newBuilder(server.resolve(call[1]))
                .method(call[0], BodyPublishers.ofString(call[2]))
                .header("Content-Type", "application/json");
        var reply = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        out.println(reply.statusCode() + " " + reply.body().replace("\n", ""));
      }
    }
  }
}

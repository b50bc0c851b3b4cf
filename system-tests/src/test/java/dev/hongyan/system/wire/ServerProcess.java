// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import dev.hongyan.client.http.HttpTransport;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.testkit.RequestPath;
import dev.hongyan.time.Time;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server as a user starts it: {@code hongyan server --data DIR}, in a process of its own. */
final class ServerProcess implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String READY = "ready ";
  private static final HttpTransport.Limits LIMITS =
      new HttpTransport.Limits(Duration.ofSeconds(40), 4 << 20);

  private final Process process;
  private final Origin origin;
  private final HttpTransport transport = HttpTransport.jdk();

  private ServerProcess(Process process, Origin origin) {
    this.process = process;
    this.origin = origin;
  }

  /** Comes back when the server accepts. */
  static ServerProcess start(Path data) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.hongyan.cli.Main", "server", "--port", "0"));
    command.addAll(List.of("--data", data.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        String authority = line.substring(line.indexOf("//") + 2).replaceFirst("/.*", "");
        return new ServerProcess(process, new Origin("http", authority));
      }
    }
    throw new IOException("the server ended with " + process.onExit().join().exitValue());
  }

  /** SIGKILL: nothing of it runs any more when this returns. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    var ignored = process.waitFor();
  }

  /** A browser that looks at this server; its people have phones that are asked over HTTP. */
  Browser browser() {
    return new Browser(path(), origin, Time.system(), this::confirm);
  }

  /** Somebody's phone scans a login code and confirms it. */
  void confirm(String uuid, String account) throws InterruptedException {
    phone("scan", Map.of("uuid", uuid, "account", account));
    phone("confirm", Map.of("uuid", uuid));
  }

  /** The way to this server, for a browser that was at another one before. */
  RequestPath path() {
    return (request, source) -> exchange(request);
  }

  private WebReply exchange(WebRequest request) throws InterruptedException {
    WebRequest here =
        new WebRequest(
            request.method(),
            origin.scheme(),
            origin.authority(),
            request.path(),
            request.query(),
            request.headers(),
            request.body());
    try {
      return transport.exchange(here, LIMITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Somebody writes on his phone; comes back with the id of what is now safe. */
  String write(String from, String to, String text) throws InterruptedException {
    return phone("messages", Map.of("from", from, "to", to, "text", text)).get("id").asString();
  }

  /** The texts on somebody's phone, by id, oldest first. */
  List<String> idsOnPhone(String account) throws InterruptedException {
    WebReply reply =
        exchange(request("GET", "messages", "limit=10000&account=" + account, Body.EMPTY));
    List<String> ids = new ArrayList<>();
    JSON.readTree(reply.body().bytes())
        .get("messages")
        .forEach(message -> ids.add(message.get("id").asString()));
    return ids;
  }

  private JsonNode phone(String call, Map<String, String> body) throws InterruptedException {
    WebReply reply = exchange(request("POST", call, "", Body.of(JSON.writeValueAsBytes(body))));
    if (reply.status() >= 300) {
      throw new IllegalStateException(call + " was answered " + reply.status());
    }
    return reply.body().length() == 0
        ? JSON.createObjectNode()
        : JSON.readTree(reply.body().bytes());
  }

  private WebRequest request(String method, String call, String query, Body body) {
    Headers headers = Headers.NONE.and("Content-Type", "application/json");
    return new WebRequest(
        method, origin.scheme(), origin.authority(), "/phone/" + call, query, headers, body);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    transport.close();
  }
}

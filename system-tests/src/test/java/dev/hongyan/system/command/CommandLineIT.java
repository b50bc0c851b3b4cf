// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as its users have it: processes, pipes, signals and exit codes. */
@Timeout(400)
class CommandLineIT {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Pattern STEPS = Pattern.compile("The steps are (?<ids>(`[a-z0-9-]+` ?)+)");

  @TempDir private Path home;

  @BeforeAll
  static void needsTheProduct() {
    Optional<String> missing = CommandProcess.missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }

  private CommandProcess run(String... arguments) throws IOException {
    return CommandProcess.start(home, arguments);
  }

  private static JsonNode post(String server, String call, Map<String, String> body)
      throws IOException, InterruptedException {
    try (HttpClient phone = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server + "/phone/" + call))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build();
      var response = phone.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(call + ": " + response.body()).isBetween(200, 204);
      return JSON.readTree(response.body().isEmpty() ? "null" : response.body());
    }
  }

  private void logIn(String server) throws IOException, InterruptedException {
    try (CommandProcess login = run("login", "--server", server, "--json")) {
      String uuid = JSON.readTree(login.await("\"qr\"")).get("uuid").asString();
      post(server, "scan", Map.of("uuid", uuid, "account", "lin"));
      login.await("\"scanned\"");
      post(server, "confirm", Map.of("uuid", uuid));
      login.await("\"confirmed\"");
      login.await("\"ready\"");
      assertThat(login.exitCode()).isZero();
    }
  }

  @Test
  void aWholeDay() throws Exception {
    try (CommandProcess running = run("server", "--port", "0")) {
      String server = running.await("ready http://").substring("ready ".length());
      logIn(server);
      try (CommandProcess listen = run("listen", "--json");
          CommandProcess send = run("send", "mei", "晚上好", "--json")) {
        assertThat(JSON.readTree(send.await("sent")).get("id").asString()).matches("[0-9]+");
        assertThat(send.exitCode()).isZero();
        String id =
            post(server, "messages", Map.of("from", "mei", "to", "lin", "text", "你好\n🌻"))
                .get("id")
                .asString();
        JsonNode heard = JSON.readTree(listen.await(id));
        assertThat(heard.get("text").asString()).isEqualTo("你好\n🌻");
        assertThat(heard.get("sender").get("name").asString()).isEqualTo("梅");
        listen.interrupt();
        assertThat(listen.exitCode()).isEqualTo(130);
      }
      post(server, "messages", Map.of("from", "bo", "to", "team", "text", "while nobody listens"));
      try (CommandProcess again = run("listen", "--json");
          CommandProcess online = run("status", "--json")) {
        assertThat(
                JSON.readTree(again.await("while nobody listens")).get("redelivered").asBoolean())
            .isFalse();
        assertThat(online.exitCode()).isZero();
        try (CommandProcess out = run("logout")) {
          assertThat(out.exitCode()).isZero();
        }
        assertThat(again.exitCode()).isEqualTo(4);
      }
      try (CommandProcess status = run("status")) {
        assertThat(status.exitCode()).isEqualTo(4);
      }
      running.terminate();
      assertThat(running.exitCode()).isEqualTo(143);
    }
  }

  @Test
  void theDemoHoldsStepByStep() throws Exception {
    try (CommandProcess demo = run("demo", "--json")) {
      for (String step : documentedSteps()) {
        JsonNode line = JSON.readTree(demo.await(_ -> true));
        assertThat(line.get("step").asString()).isEqualTo(step);
        assertThat(line.get("ok").asBoolean()).as(line.toString()).isTrue();
      }
      assertThat(demo.exitCode()).isZero();
    }
  }

  /** Programs rely on their names and order, as the page of the command line tells them. */
  private static List<String> documentedSteps() throws IOException {
    Matcher steps = STEPS.matcher(Files.readString(Path.of("..", "docs", "cli.md")));
    assertThat(steps.find()).isTrue();
    return List.of(steps.group("ids").replace("`", "").strip().split(" ", -1));
  }

  @Test
  void twoServersCannotHaveOnePort() throws Exception {
    try (CommandProcess first = run("server", "--memory", "--port", "0")) {
      String server = first.await("ready http://");
      String port = server.substring(server.lastIndexOf(':') + 1);
      try (CommandProcess second = run("server", "--memory", "--port", port)) {
        assertThat(second.exitCode()).isEqualTo(1);
      }
      first.interrupt();
      assertThat(first.exitCode()).isEqualTo(130);
    }
  }
}

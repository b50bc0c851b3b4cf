// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.http.HttpTransport;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.protocol.recording.RecordedExchange;
import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.recording.Recorder;
import dev.hongyan.server.recording.Replay;
import dev.hongyan.server.script.Cast;
import dev.hongyan.server.world.Account;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded tells nothing about anybody, and plays again as it went. */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class RecordingTest {

  private static final String CANARY = "Kanarienvogel 金丝雀在唱歌 7391058264";

  private static final Set<String> SERVICE = Set.of("fmessage", "weixin", "filehelper");

  private final List<String> handled = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path folder;

  @Test
  void aRecordingOfTheClientHoldsNothingOfAnybody(TestServer server) throws Exception {
    Path file = folder.resolve("client.jsonl");
    Set<String> secrets = live(server, file);

    String recording = Files.readString(file);

    assertThat(calls(file))
        .contains("jslogin", "login", "webwxnewloginpage", "webwxinit", "webwxgetcontact")
        .contains("synccheck", "webwxsync", "webwxsendmsg", "webwxlogout");
    assertThat(secrets).hasSizeGreaterThan(20);
    for (String secret : secrets) {
      for (String guise : guises(secret)) {
        assertThat(recording).as(secret).doesNotContain(guise);
      }
    }
  }

  @Test
  void aRecordingPlaysAgainWithTheSameOutcome(TestServer server) throws Exception {
    Path file = folder.resolve("client.jsonl");
    live(server, file);
    List<String> before = List.copyOf(handled);
    handled.clear();
    List<String> unmatched = Collections.synchronizedList(new ArrayList<>());

    Replay replay = Replay.of(file, server.time(), unmatched::add);
    try (Server again =
            Server.withoutSockets(
                ServerOptions.inMemory(), server.time(), Randomness.seeded(2), replay);
        WeChat client = client(server, (request, limits) -> again.handle(request, Server.MEMORY))) {
      assertThat(client.login(_ -> {})).isInstanceOf(LoginOutcome.LoggedIn.class);
      client.start();
      server.elapse(Duration.ofMinutes(5));

      assertThat(client.contacts()).hasSizeGreaterThanOrEqualTo(4);
      assertThat(handled).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
      assertThat(lengths(handled)).containsExactlyInAnyOrderElementsOf(lengths(before));
      assertThat(client.chat(client.contacts().getFirst().userName()).send("anything"))
          .isInstanceOf(SendOutcome.Sent.class);
      client.logout();
    }
    assertThat(unmatched).isEmpty();
  }

  @Test
  void theServerRecordsTheSame(TestServer other) throws Exception {
    Path file = folder.resolve("server.jsonl");
    VirtualTime time = other.virtualTime();
    try (Recorder recorder = Recorder.into(file, time);
        Server server =
            Server.withoutSockets(ServerOptions.inMemory(), time, Randomness.seeded(5), recorder);
        WeChat client = client(other, (request, limits) -> server.handle(request, Server.MEMORY))) {
      Cast cast = new Cast(server.world());
      client.login(step -> {
        if (step instanceof LoginEvent.CodeIssued code) {
          cast.person("lin").phone().scan(code.uuid().value()).confirm();
        }
      });
      client.start();
      cast.person("mei").says(CANARY).to(cast.person("lin"));
      other.elapse(Duration.ofMinutes(1));
      client.logout();
    }

    assertThat(handled).containsExactly(CANARY);
    assertThat(calls(file)).contains("jslogin", "webwxsync", "webwxlogout");
    assertThat(Files.readString(file)).doesNotContain("Kanarienvogel", "金丝雀", "7391058264");
  }

  @Test
  void noRecordingIsOverwrittenAndNoOtherFileIsPlayed(TestServer server) throws Exception {
    Path file = folder.resolve("notes.txt");
    Files.writeString(file, "milk, bread\n");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Recorder.into(file, server.time()));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Replay.of(file, server.time(), _ -> {}))
        .withMessageContaining("not that of version 1");
    assertThat(file).hasContent("milk, bread\n");
  }

  /** One that its writer had not ended was refused altogether, and nobody said where it was bad. */
  @Test
  void aRecordingThatWasCutOffIsPlayedAndADamagedOneNamesItsLine(TestServer server)
      throws Exception {
    Path file = folder.resolve("bug.jsonl");
    live(server, file);
    String whole = Files.readString(file);
    Path cut = Files.writeString(folder.resolve("cut.jsonl"), whole.substring(0, 9000));
    String twoLines = whole.lines().limit(2).collect(Collectors.joining("\n"));
    Path damaged =
        Files.writeString(folder.resolve("damaged.jsonl"), twoLines + "\nmilk, bread\n" + whole);

    assertThatCode(() -> Replay.of(cut, server.time(), _ -> {})).doesNotThrowAnyException();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Replay.of(damaged, server.time(), _ -> {}))
        .withMessage(damaged + " is no recording: line 3 is no exchange");
  }

  /** A login, some talk and a logout; comes back with all that nobody else is to know. */
  private Set<String> live(TestServer server, Path file) throws Exception {
    Set<String> secrets = new TreeSet<>();
    HttpTransport open = (request, limits) -> server.path().exchange(request);
    try (WirePair pair =
        WirePair.over(HttpTransport.recording(open, file, server.time()), server)) {
      pair.client().onText((chat, text) -> handled.add(text.content()));
      pair.online("lin");
      server.person("mei").says(CANARY).to(server.person("lin"));
      server.person("bo").says("sister, " + CANARY).to(server.room("team"));
      server.elapse(Duration.ofMinutes(2));
      assertThat(pair.chat("梅").send(CANARY + "!")).isInstanceOf(SendOutcome.Sent.class);
      var session = server.world().sessions().live().getFirst().session();
      secrets.addAll(
          List.of(
              session.secrets().sid(),
              session.secrets().skey(),
              session.secrets().passTicket(),
              Long.toString(server.person("lin").account().uin())));
      pair.client().contacts().forEach(c -> secrets.add(c.userName().value()));
      pair.client().rooms().forEach(c -> secrets.add(c.userName().value()));
      pair.client().logout();
    }
    for (Account account :
        List.of(server.person("lin").account(), server.person("mei").account())) {
      secrets.add(account.profile().signature());
    }
    server.requests().list().forEach(r -> secrets.addAll(ids(r.request().query())));
    secrets.addAll(List.of("Kanarienvogel", "金丝雀在唱歌", "7391058264", "sister", "项目组"));
    // Names of two letters are everywhere; those of the service's own accounts are nobody's.
    secrets.removeIf(secret -> secret.length() < 3 || SERVICE.contains(secret));
    return secrets;
  }

  /** Codes, device ids and keys, wherever a query has them. */
  private static Set<String> ids(String query) {
    Set<String> ids = new TreeSet<>();
    for (String part : query.split("&", -1)) {
      String name = part.replaceAll("=.*", "");
      if (Set.of("uuid", "deviceid", "skey", "sid", "pass_ticket", "ticket").contains(name)) {
        ids.add(part.substring(name.length() + 1));
      }
    }
    return ids;
  }

  private static List<String> guises(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    StringBuilder escaped = new StringBuilder();
    secret.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
    return List.of(
        secret,
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        escaped.toString());
  }

  private static List<Integer> lengths(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }

  private static Set<String> calls(Path file) throws IOException {
    Set<String> calls = new TreeSet<>();
    Files.readAllLines(file).stream()
        .skip(1)
        .map(RecordedExchange::parse)
        .forEach(exchange -> calls.add(exchange.call()));
    return calls;
  }

  private WeChat client(TestServer server, HttpTransport transport) {
    WeChat client =
        WeChat.builder()
            .server(server.uri())
            .transport(transport)
            .time(server.time())
            .randomness(Randomness.seeded(13))
            .build();
    client.onText((chat, text) -> handled.add(text.content()));
    return client;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.server.script.Person;
import dev.hongyan.server.script.Phone;
import dev.hongyan.server.world.LoginOutcome;
import dev.hongyan.server.world.Rate;
import dev.hongyan.server.world.Rates;
import dev.hongyan.server.world.Switch;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The commands that have a session, against a server in this process, over HTTP. */
@Timeout(120)
class AccountCommandsTest extends AccountScenario {

  @Test
  void logsInAndTellsEachStep() throws Exception {
    CommandRun run = logIn();

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.lines())
        .extracting(line -> json(line).get("event").asString())
        .startsWith("qr")
        .endsWith("confirmed", "ready");
    JsonNode code = json(run.lines().getFirst());
    assertThat(code.get("text").asString()).isEqualTo(url() + "/l/" + code.get("uuid").asString());
    JsonNode ready = json(run.lines().getLast());
    assertThat(ready.get("nickName").asString()).isEqualTo("林");
    assertThat(ready.get("rooms").asInt()).isEqualTo(1);
  }

  @Test
  void drawsTheCodeOnATerminal() throws Exception {
    CommandRun run = logIn(setting().onTerminal(), Phone.Question::confirm);

    assertThat(run.exit()).as(run.err()).isZero();
    String text = run.lines().stream().filter(line -> line.startsWith("http")).findFirst().get();
    assertThat(TerminalPicture.of(run.out()).qrText()).isEqualTo(text);
    assertThat(run.err()).contains("Scan this", "Logged in as", "林");
  }

  @Test
  void whatIsKeptIsForItsOwnerOnly() throws Exception {
    logIn();

    for (String part : List.of("hongyan", "hongyan/accounts", "hongyan/accounts/default")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(part))))
          .as(part)
          .isEqualTo("rwx------");
    }
  }

  @Test
  void cancellingEndsWithThree() throws Exception {
    CommandRun run = logIn(setting(), Phone.Question::cancel);

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("Cancelled");
  }

  @Test
  void aRefusalEndsWithThreeAndItsText() throws Exception {
    lin.isTreated(Switch.LOGIN_OUTCOME, new LoginOutcome(1203, true));

    CommandRun run = logIn(setting(), Phone.Question::confirm, "--json");

    assertThat(run.exit()).isEqualTo(3);
    JsonNode end = json(run.lines().getLast());
    assertThat(end.get("event").asString()).isEqualTo("refused");
    assertThat(end.get("ret").asInt()).isEqualTo(1203);
    assertThat(end.get("text").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"listen", "send mei hello", "contacts", "rooms", "status", "logout"})
  void withoutASessionEverythingEndsWithFourAndSaysWhatToDo(String command) {
    CommandRun run = run(command.split(" ", -1));

    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.out() + run.err()).contains("hongyan login");
    assertThat(folder).isEmptyDirectory();
  }

  /** It said "hongyan login", which logs in another account. */
  @ParameterizedTest
  @ValueSource(strings = {"listen", "send mei hello", "contacts", "status"})
  void whatToDoIsSaidForTheAccountThatIsMeant(String command) {
    String data = folder.resolve("my data").toString();

    CommandRun work = run((command + " --account work").split(" ", -1));
    CommandRun there =
        run(
            Stream.concat(Stream.of(command.split(" ", -1)), Stream.of("--data", data))
                .toArray(String[]::new));

    assertThat(work.out() + work.err()).contains("hongyan login --account work");
    assertThat(there.out() + there.err()).contains("hongyan login --data '" + data + "'");
  }

  @Test
  void pullSaysWhichLoginItNeeds() {
    CommandRun run = run("pull", folder.toString(), "--account", "phone");

    assertThat(run.err()).contains("hongyan login --profile filehelper --account phone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status --account ../x",
        "status --account .hidden",
        "login --server 127.0.0.1:7600",
        "login --server http://here/there",
        "login --server ftp://here",
        "send",
        "send mei",
        "listen now",
      })
  void wrongUsageEndsWithTwo(String arguments) {
    assertThat(run(arguments.split(" ", -1)).exit()).isEqualTo(2);
  }

  @Test
  void looksAround() throws Exception {
    logIn();

    CommandRun contacts = run("contacts", "--json");
    assertThat(contacts.lines())
        .extracting(line -> json(line).get("nickName").asString())
        .contains("梅", "波", "安", "鸿雁晨报");
    CommandRun rooms = run("rooms", "--json");
    assertThat(rooms.lines()).hasSize(1);
    assertThat(json(rooms.out()).get("members"))
        .extracting(member -> member.get("nickName").asString())
        .containsExactly("林", "梅", "波", "安");
    assertThat(run("rooms").out()).contains("项目组", "林 · 梅 · 阿波 · 安");
    CommandRun status = run("status", "--json");
    assertThat(status.exit()).isZero();
    assertThat(json(status.out()).get("state").asString()).isEqualTo("online");
  }

  @ParameterizedTest
  @ValueSource(strings = {"梅", "mei", "Mei"})
  void sendsToWhoeverIsCalledSo(String name) throws Exception {
    logIn();

    CommandRun run = run("send", name, "晚上", "好", "--json");

    assertThat(run.exit()).as(run.err()).isZero();
    var received = cast.person("mei").receives("晚上 好", Duration.ofSeconds(5));
    assertThat(json(run.out()).get("id").asString())
        .isEqualTo(Long.toUnsignedString(received.id().value()));
  }

  // A refusal without words was told by its number alone.
  @Test
  void whatARefusalMeansIsToldThoughTheServerSaysNothing() throws Exception {
    logIn();
    lin.isTreated(Switch.PHONE_OFFLINE, true);

    CommandRun offline = run("send", "mei", "hi");

    assertThat(offline.exit()).isEqualTo(3);
    assertThat(offline.err()).contains("refused (3). The phone is off-line");

    lin.isTreated(Switch.PHONE_OFFLINE, false);
    lin.isTreated(Switch.THROTTLING, new Rates(Map.of("webwxsendmsg", Rate.aMinute(1))));

    run("send", "mei", "one");
    CommandRun tooOften = run("send", "mei", "two");

    assertThat(tooOften.exit()).isEqualTo(3);
    assertThat(tooOften.err()).contains("refused (1205). Too often");
  }

  /**
   * A room's user name begins with two signs that the parser of arguments took for a quoted name of
   * a file of arguments: one was lost, and nobody was called so.
   */
  @Test
  void sendsToARoomByItsUserName() throws Exception {
    logIn();
    String room = json(run("rooms", "--json").out()).get("userName").asString();

    CommandRun run = run("send", room, "@everybody");

    assertThat(room).startsWith("@@");
    assertThat(run.exit()).as(run.err()).isZero();
    cast.person("mei").receives("@everybody", Duration.ofSeconds(5));
  }

  @Test
  void aNameThatTwoShareIsAnErrorWithTheCandidates() throws Exception {
    Person other = cast.enters("mei-two", "梅");
    lin.befriends(other, "梅花");
    logIn();

    CommandRun run = run("send", "梅", "which?");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("梅 are 2", "梅花 (梅)").containsPattern("@[0-9a-f]{32}");
    assertThat(run("send", "梅花", "this one").exit()).isZero();
    assertThat(run("send", "nobody", "x").exit()).isEqualTo(2);
  }

  @Test
  void aRefusedMessageEndsWithThree() throws Exception {
    logIn();

    CommandRun run = run("send", "@" + "0".repeat(32), "anybody?", "--json");

    assertThat(run.exit()).isIn(2, 3);
    assertThat(run.err()).startsWith("hongyan: ");
  }

  @Test
  void listensWhileOthersSendAndEndsWithTheSession() throws Exception {
    logIn();
    Screen screen = new Screen();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<CommandRun> listening =
          threads.submit(() -> setting().run(screen, "listen", "--json"));
      cast.person("mei").says("第一\n行").to(lin);
      screen.await("第一");
      cast.person("bo").says("in the room").to(cast.room("team"));
      screen.await("in the room");
      assertThat(run("send", "filehelper", "note").exit()).isZero();
      assertThat(run("login").exit()).isEqualTo(1);

      assertThat(run("logout").exit()).isZero();
      CommandRun heard = listening.get();

      assertThat(heard.exit()).isEqualTo(4);
      assertThat(heard.lines()).hasSize(2);
      JsonNode first = json(heard.lines().getFirst());
      assertThat(first.get("type").asString()).isEqualTo("text");
      assertThat(first.get("text").asString()).isEqualTo("第一\n行");
      assertThat(first.get("sender").get("name").asString()).isEqualTo("梅");
      assertThat(first.get("chat").get("isRoom").asBoolean()).isFalse();
      JsonNode second = json(heard.lines().getLast());
      assertThat(second.get("chat").get("name").asString()).isEqualTo("项目组");
      assertThat(second.get("sender").get("name").asString()).isEqualTo("阿波");
    }
    assertThat(run("status").exit()).isEqualTo(4);
    assertThat(server.world().violations().report().list()).isEmpty();
  }

  @Test
  void aSecondLoginGoesOnWithTheSession() throws Exception {
    logIn();

    CommandRun run = run("login", "--json");

    assertThat(run.exit()).isZero();
    assertThat(run.lines()).hasSize(1);
    assertThat(json(run.out()).get("way").asString()).isEqualTo("restored");
  }

  /** The account forgot its server, and the code was asked for at the live service. */
  @Test
  void aNewCodeIsOfTheServerThatTheAccountIsAt() throws Exception {
    logIn();

    CommandRun again = scanning(setting(), Phone.Question::cancel, "login", "--new", "--json");
    CommandRun status = run("status", "--json");

    assertThat(again.lines())
        .extracting(line -> json(line).get("event").asString())
        .startsWith("qr")
        .endsWith("cancelled");
    assertThat(json(status.out()).get("state").asString()).isEqualTo("online");
  }

  /** As for a new code: another profile of the same account went to the live service. */
  @Test
  void anotherProfileStaysAtTheServer() throws Exception {
    logIn();

    CommandRun helper =
        scanning(setting(), Phone.Question::confirm, "login", "--profile", "filehelper");

    assertThat(helper.exit()).as(helper.err()).isZero();
    assertThat(helper.err()).contains("to log in at " + url());
  }

  @Test
  void eachWayThatIsTriedIsTold() throws Exception {
    logIn();
    assertThat(lin.phone().endsWebSession()).isTrue();
    Screen screen = new Screen();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<CommandRun> run = threads.submit(() -> setting().run(screen, "login", "--json"));
      screen.await("\"phone\"");
      lin.phone().asked().confirm();

      assertThat(run.get().lines())
          .extracting(line -> json(line).get("event").asString())
          .containsExactly("closed", "phone", "confirmed", "ready");
    }
  }

  @Test
  void aSessionThatThePhoneEndedIsSeenToBeOver() throws Exception {
    logIn();
    assertThat(lin.phone().endsWebSession()).isTrue();

    assertThat(run("send", "梅", "x").exit()).isEqualTo(4);
    CommandRun status = run("status", "--json");

    assertThat(status.exit()).isEqualTo(4);
    assertThat(json(status.out()).get("state").asString()).isEqualTo("ended");
    assertThat(json(status.out()).get("server").asString()).isEqualTo(url());
  }

  @Test
  void accountsAreApartAndKeepToTheirServer() throws Exception {
    logIn();

    assertThat(run("status", "--account", "work").exit()).isEqualTo(4);
    assertThat(run("status", "--data", folder.resolve("x").toString()).exit()).isEqualTo(4);
    CommandRun elsewhere = run("contacts", "--server", "http://127.0.0.1:1");
    assertThat(elsewhere.exit()).isEqualTo(2);
    assertThat(elsewhere.err()).contains(url());
  }

  @Test
  void namesFromOthersCannotSteerTheTerminal() throws Exception {
    lin.befriends(cast.enters("eve", "Eve\u001b[2J\u202e"));
    logIn();

    CommandRun run = run("contacts");

    assertThat(run.out()).contains("Eve\uFFFD[2J").doesNotContain("\u001b", "\u202e");
  }
}

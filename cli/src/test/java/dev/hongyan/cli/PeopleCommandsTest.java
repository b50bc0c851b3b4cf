// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.server.script.Person;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What the commands change with people, rooms and messages. */
@Timeout(120)
class PeopleCommandsTest extends AccountScenario {

  private List<String> members(String room) {
    JsonNode found =
        run("rooms", "--json").lines().stream()
            .map(AccountScenario::json)
            .filter(line -> line.get("name").asString().equals(room))
            .findFirst()
            .orElseThrow();
    return StreamSupport.stream(found.get("members").spliterator(), false)
        .map(member -> member.get("nickName").asString())
        .toList();
  }

  private CommandRun done(String... arguments) {
    CommandRun run = run(arguments);
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  @Test
  void aRoomIsOpenedRenamedEnteredAndLeft() throws Exception {
    logIn();

    JsonNode made = json(done("rooms", "create", "trip", "mei", "bo", "--json").out());
    assertThat(made.get("outcome").asString()).isEqualTo("done");
    assertThat(made.get("people")).hasSize(2);
    assertThat(made.get("people").get(0).get("standing").asString()).isEqualTo("in");
    String room = made.get("room").asString();

    assertThat(done("rooms", "rename", room, "the trip").err()).contains("Done.");
    assertThat(done("rooms", "invite", "the trip", "an").err()).contains("安 is in.");
    assertThat(members("the trip")).containsExactlyInAnyOrder("林", "梅", "波", "安");
    assertThat(done("rooms", "remove", "the trip", "波").err()).contains("波 is out.");
    assertThat(members("the trip")).containsExactlyInAnyOrder("林", "梅", "安");
    done("rooms", "leave", "the trip");
    assertThat(run("rooms").out()).doesNotContain("the trip");
    assertThat(server.world().violations().report().list()).isEmpty();
  }

  @Test
  void whoIsNoOwnerRemovesNobody() throws Exception {
    Person mei = cast.person("mei");
    cast.opens(mei, "meis", "Meis", lin, cast.person("bo"));
    logIn();

    CommandRun run = run("rooms", "remove", "Meis", "bo", "--json");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(json(run.out()).get("outcome").asString()).isEqualTo("refused");
    assertThat(run.err()).contains("The server refused");
  }

  @Test
  void wrongUseChangesNothing() throws Exception {
    logIn();

    assertThat(run("rooms", "create", "trip", "mei").exit()).isEqualTo(2);
    assertThat(run("rooms", "rename", "mei", "x").err()).contains("mei is no room");
    assertThat(run("rooms", "remove", "项目组", "nobody").exit()).isEqualTo(2);
    assertThat(run("rooms", "--account", "other", "leave", "项目组").exit()).isEqualTo(4);
    assertThat(run("contacts", "add", "nobody-at-all").exit()).isEqualTo(2);
    assertThat(run("contacts", "remark", "mei", "x".repeat(19)).err()).contains("18 characters");
    assertThat(run("contacts", "remark", "项目组", "team").err()).contains("is a room");

    assertThat(members("项目组")).hasSize(4);
  }

  @Test
  void aContactHasARemarkAndIsPinned() throws Exception {
    logIn();

    done("contacts", "remark", "mei", "Plum");
    done("contacts", "pin", "Plum");
    assertThat(run("contacts").out()).contains("Plum");
    done("contacts", "unpin", "Plum");
    done("contacts", "remark", "Plum");

    assertThat(run("contacts").out()).doesNotContain("Plum");
  }

  @Test
  void peopleAreAskedAndAccepted() throws Exception {
    Person kai = cast.enters("kai", "凯");
    Person yu = cast.enters("yu", "雨");
    logIn();

    done("contacts", "add", "kai", "hello", "there");
    kai.accepts(lin);
    yu.asks(lin, "it is me");
    Screen screen = new Screen();
    Thread listen =
        Thread.startVirtualThread(() -> setting().run(screen, "listen", "--json", "--secrets"));
    JsonNode request =
        screen
            .await("it is me")
            .lines()
            .filter(line -> line.contains("friend-request"))
            .map(AccountScenario::json)
            .findFirst()
            .orElseThrow()
            .get("content");
    listen.interrupt();
    listen.join();
    done(
        "contacts",
        "accept",
        request.get("person").get("userName").asString(),
        request.get("ticket").asString());

    assertThat(run("contacts").out()).contains("凯", "雨");
  }

  @Test
  void aRoomThatIsPassedOnIsToldAndItsOwnerShown() throws Exception {
    Person mei = cast.person("mei");
    logIn();
    JsonNode mine = json(run("rooms", "--json").out());
    assertThat(mine.get("owner")).isEqualTo(mine.get("members").get(0).get("userName"));
    assertThat(run("rooms").out()).containsPattern("OWNER .*\n.* 4 +林 +林 · 梅");

    Screen screen = new Screen();
    Thread listen = Thread.startVirtualThread(() -> setting().run(screen, "listen", "--json"));
    lin.in(cast.room("team")).passesOnTo(mei);
    JsonNode told = json(screen.await("}}\n"));
    listen.interrupt();
    listen.join();

    assertThat(told.get("event").asString()).isEqualTo("room-passed-on");
    assertThat(told.get("chat").get("name").asString()).isEqualTo("项目组");
    assertThat(told.get("owner").get("name").asString()).isEqualTo("梅");
    assertThat(told.get("owner").get("isSelf").asBoolean()).isFalse();
    JsonNode hers = json(run("rooms", "--json").out());
    assertThat(hers.get("isOwned").asBoolean()).isFalse();
    assertThat(hers.get("owner")).isEqualTo(hers.get("members").get(1).get("userName"));
    assertThat(run("rooms").out()).containsPattern("项目组 +4 +梅 +林 · 梅");
  }

  @Test
  void aRoomThatBecomesOnesOwnIsToldAlsoWhereItHappenedMeanwhile() throws Exception {
    Person mei = cast.person("mei");
    lin.in(cast.room("team")).passesOnTo(mei);
    logIn();
    mei.says("hm").to(cast.room("team"));
    mei.in(cast.room("team")).passesOnTo(lin);
    mei.says("yours").to(cast.room("team"));

    Screen screen = new Screen();
    Thread listen = Thread.startVirtualThread(() -> setting().run(screen, "listen"));
    String told = screen.await("own this room");
    listen.interrupt();
    listen.join();

    assertThat(told).containsPattern("\\d\\d:\\d\\d:\\d\\d  项目组: — You own this room now\\.");
  }

  @Test
  void whatOthersTakeBackIsShownOnceMore() throws Exception {
    logIn();
    Person mei = cast.person("mei");
    mei.recalls(mei.says("oops").to(lin));

    String recall = heardUntil("\"recall\"").getLast();

    assertThat(json(recall).get("original").get("text").asString()).isEqualTo("oops");
  }

  @Test
  void aTextInARoomTellsWhomItMentions() throws Exception {
    logIn();
    Person mei = cast.person("mei");
    mei.says("nobody").to(cast.room("team"));
    mei.says("@林\u2005 lunch?").to(cast.room("team"));

    List<String> lines = heardUntil("lunch?");

    JsonNode mentions = json(lines.getLast()).get("mentions");
    assertThat(mentions.get("isSelf").asBoolean()).isTrue();
    assertThat(mentions.get("everybody").asBoolean()).isFalse();
    assertThat(mentions.get("members")).hasSize(1);
    assertThat(lines).filteredOn(line -> line.contains("mentions")).hasSize(1);
  }

  /** What {@code listen --json} prints, up to the line that has this. */
  private List<String> heardUntil(String part) throws InterruptedException {
    Screen screen = new Screen();
    Thread listen = Thread.startVirtualThread(() -> setting().run(screen, "listen", "--json"));
    List<String> lines = screen.await(part).lines().toList();
    listen.interrupt();
    listen.join();
    long before = lines.stream().takeWhile(line -> !line.contains(part)).count();
    return lines.subList(0, (int) before + 1);
  }

  @Test
  void aMessageIsTakenBack() throws Exception {
    logIn();
    String id = json(done("send", "mei", "oops", "--json").out()).get("id").asString();

    assertThat(done("recall", "mei", id).err()).contains("Taken back.");

    assertThat(onPhone(cast.person("mei"))).containsExactly("text oops", "recall ");
    CommandRun unknown = run("recall", "mei", "4711", "--json");
    assertThat(unknown.exit()).isEqualTo(3);
    assertThat(json(unknown.out()).propertyNames()).containsExactly("outcome", "ret", "text");
  }
}

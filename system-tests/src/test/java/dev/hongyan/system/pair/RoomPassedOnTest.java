// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.store.AccountStore;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Room;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whose a room is, and that it is passed on by the phone, as all see it who are in it. */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class RoomPassedOnTest {

  private final List<Event> linHears = new CopyOnWriteArrayList<>();
  private final List<Event> meiHears = new CopyOnWriteArrayList<>();

  @TempDir private Path folder;
  private Person lin;
  private Person mei;
  private Person bo;
  private Room team;

  @BeforeEach
  void nameThem(TestServer server) {
    lin = server.person("lin");
    mei = server.person("mei");
    bo = server.person("bo");
    team = server.room("team");
    bo.says("早").to(team); // so that it is among the recent chats of all
  }

  @Test
  void bothHearOnceThatARoomIsPassedOn(TestServer server) throws InterruptedException {
    try (WirePair ofLin = online(server, "lin", linHears);
        WirePair ofMei = online(server, "mei", meiHears)) {
      assertThat(owner(ofLin)).isEqualTo("林");
      assertThat(owner(ofMei)).isEqualTo("?");

      lin.in(team).passesOnTo(mei);
      talk(server);

      assertThat(owner(ofLin)).isEqualTo("梅");
      assertThat(owner(ofMei)).isEqualTo("梅");
      assertThat(isOwned(ofLin)).isFalse();
      assertThat(isOwned(ofMei)).isTrue();
      assertThat(passedOn(linHears)).containsExactly(to(ofLin, "梅"));
      assertThat(passedOn(meiHears)).containsExactly(to(ofMei, "梅"));

      mei.in(team).passesOnTo(bo);
      talk(server);

      assertThat(passedOn(linHears)).containsExactly(to(ofLin, "梅"), to(ofLin, "波"));
      assertThat(passedOn(meiHears)).containsExactly(to(ofMei, "梅"), to(ofMei, "波"));
    }
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void theOwnerIsKnownAfterARestartAndWhatHappenedMeanwhileIsHeard(TestServer server)
      throws InterruptedException {
    try (WirePair before = watched(server, meiHears).online("mei")) {
      lin.in(team).renames("新组"); // a change, which tells the owner
      talk(server);
      assertThat(owner(before)).isEqualTo("林");
    }
    try (WirePair again = watched(server, meiHears)) {
      restore(again);
      assertThat(owner(again)).isEqualTo("林");
      talk(server);
    }
    assertThat(passedOn(meiHears)).isEmpty();

    lin.in(team).passesOnTo(bo);
    bo.says("谢谢").to(team);

    try (WirePair after = watched(server, meiHears)) {
      restore(after);
      talk(server);
      assertThat(owner(after)).isEqualTo("波");
      assertThat(passedOn(meiHears)).containsExactly(to(after, "波"));
    }
  }

  @Test
  void aRoomWhoseOwnerLeavesIsThenAnothersAndNobodyElseLeavingChangesThat(TestServer server)
      throws InterruptedException {
    try (WirePair ofMei = online(server, "mei", meiHears)) {
      server.person("an").in(team).leaves();
      talk(server);
      assertThat(owner(ofMei)).isEqualTo("林");
      assertThat(passedOn(meiHears)).isEmpty();

      lin.in(team).leaves();
      talk(server);

      assertThat(owner(ofMei)).isEqualTo("梅");
      assertThat(passedOn(meiHears)).containsExactly(to(ofMei, "梅"));
    }
  }

  private WirePair online(TestServer server, String account, List<Event> heard)
      throws InterruptedException {
    return watched(WirePair.at(server), heard).online(account);
  }

  /** A client whose account is kept in the folder of the test. */
  private WirePair watched(TestServer server, List<Event> heard) {
    return watched(WirePair.at(server, AccountStore.folder(folder)), heard);
  }

  private static WirePair watched(WirePair pair, List<Event> heard) {
    var _ = pair.client().subscribe(1000, Overflow.DROP_OLDEST, heard::add);
    return pair;
  }

  private static void restore(WirePair pair) throws InterruptedException {
    assertThat(pair.client().restore()).isInstanceOf(LoginOutcome.LoggedIn.class);
    pair.client().start();
  }

  /** What has changed in a room comes with its next message (protocol reference 3.11). */
  private void talk(TestServer server) throws InterruptedException {
    bo.says("嗯").to(team);
    server.elapse(Duration.ofSeconds(5));
  }

  private static Chat room(WirePair pair) {
    return pair.client().chat(pair.client().rooms().getFirst().userName());
  }

  private static String owner(WirePair pair) {
    return room(pair).owner().map(Member::nickName).orElse("?");
  }

  private static boolean isOwned(WirePair pair) {
    return room(pair).contact().orElseThrow().room().isOwned();
  }

  private static Event to(WirePair pair, String nickName) {
    Member owner =
        room(pair).members().stream()
            .filter(member -> member.nickName().equals(nickName))
            .findFirst()
            .orElseThrow();
    return new Event.RoomPassedOn(room(pair).userName(), owner.userName());
  }

  private static List<Event> passedOn(List<Event> heard) {
    return heard.stream().filter(Event.RoomPassedOn.class::isInstance).toList();
  }
}

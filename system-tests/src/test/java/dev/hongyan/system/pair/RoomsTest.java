// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hongyan.client.Chat;
import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.people.Entrant;
import dev.hongyan.client.people.Entrant.Standing;
import dev.hongyan.client.people.RoomOutcome;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.server.script.Person;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rooms opened, changed and left, from the web and from the phone. */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class RoomsTest {

  private final List<Event> events = new CopyOnWriteArrayList<>();

  private WirePair online(TestServer server) throws InterruptedException {
    WirePair pair = WirePair.at(server);
    var _ = pair.client().subscribe(1000, Overflow.DROP_OLDEST, events::add);
    return pair.online("lin");
  }

  @Test
  void aNewRoomIsKnownAtOnce(TestServer server) throws InterruptedException {
    try (WirePair pair = online(server)) {
      RoomOutcome.Done done = done(pair.client().createRoom(names(pair, "梅", "波"), "周末"));

      assertThat(standings(done)).containsExactly("梅 IN", "波 IN");
      Chat room = pair.client().chat(done.room());
      assertThat(room.name()).isEqualTo("周末");
      assertThat(members(room)).containsExactlyInAnyOrder("林", "梅", "波");
      room.send("早");
      assertThat(SessionScenarios.texts(server.person("bo"))).contains("早");
    }
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void whoIsNoFriendOrHasBlockedStaysOut(TestServer server) throws InterruptedException {
    server.person("an").deletes(server.person("lin"));
    try (WirePair pair = online(server)) {
      RoomOutcome.Done done = done(pair.client().createRoom(names(pair, "梅", "波", "安"), ""));

      assertThat(standings(done)).containsExactly("梅 IN", "波 IN", "安 NO_FRIEND");
    }
  }

  @Test
  void aRoomNeedsTwoOthers(TestServer server) throws InterruptedException {
    try (WirePair pair = online(server)) {
      UserName mei = pair.chat("梅").userName();
      List<UserName> people = List.of(mei, mei, pair.client().self().userName());

      assertThatIllegalArgumentException()
          .isThrownBy(() -> pair.client().createRoom(people, "two"));
    }
    assertThat(server.requests().count("webwxcreatechatroom")).isZero();
  }

  @Test
  void aGoodRetcodeWithoutARoomIsARefusal(TestServer server) throws InterruptedException {
    server.world().accounts().set("lin", Map.of("room-creation", "closed"));
    try (WirePair pair = online(server)) {
      RoomOutcome outcome = pair.client().createRoom(names(pair, "梅", "波"), "周末");

      assertThat(outcome).isEqualTo(new RoomOutcome.Refused(Retcode.OK, "创建群聊失败", List.of()));
    }
    assertThat(server.requests().count("webwxcreatechatroom")).isOne();
  }

  @Test
  void anotherNameIsToldOnceToWhoeverWatches(TestServer server) throws InterruptedException {
    try (WirePair pair = online(server)) {
      Chat team = pair.chat("项目组");

      done(team.rename("项目 <二>"));
      server.elapse(Duration.ofSeconds(5));

      assertThat(team.name()).isEqualTo("项目 <二>");
      assertThat(server.world().rooms().find(server.room("team").id()).orElseThrow().topic())
          .isEqualTo("项目 <二>");
      assertThat(events)
          .filteredOn(Event.RoomRenamed.class::isInstance)
          .containsExactly(new Event.RoomRenamed(team.userName(), "项目组", "项目 <二>"));
    }
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void whoComesAndGoesByThePhoneIsTold(TestServer server) throws InterruptedException {
    Person lin = server.person("lin");
    Person chen = server.cast().enters("chen", "陈");
    lin.befriends(chen);
    chen.befriends(lin);
    try (WirePair pair = online(server)) {
      Chat team = pair.chat("项目组");

      lin.in(server.room("team")).brings(chen);
      server.elapse(Duration.ofSeconds(5));
      lin.in(server.room("team")).removes(server.person("bo"));
      server.elapse(Duration.ofSeconds(5));
      lin.in(server.room("team")).renames("三人组");
      server.elapse(Duration.ofSeconds(5));

      assertThat(news()).containsExactly("joined 陈", "left 波", "renamed 三人组");
      assertThat(members(team)).containsExactlyInAnyOrder("林", "梅", "安", "陈");
    }
  }

  @Test
  void peopleAreBroughtAndPutOutAgain(TestServer server) throws InterruptedException {
    Person lin = server.person("lin");
    Person chen = server.cast().enters("chen", "陈");
    lin.befriends(chen);
    chen.befriends(lin);
    try (WirePair pair = online(server)) {
      Chat team = pair.chat("项目组");

      assertThat(standings(done(team.invite(names(pair, "陈"))))).containsExactly("陈 IN");
      assertThat(members(team)).contains("陈");
      assertThat(standings(done(team.remove(names(pair, "陈"))))).containsExactly("陈 OUT");

      assertThat(members(team)).doesNotContain("陈");
      server.elapse(Duration.ofSeconds(5)); // events have a thread of their own
      assertThat(news()).containsExactly("joined 陈", "left 陈");
    }
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void aLargeRoomIsEnteredByInvitation(TestServer server) throws InterruptedException {
    Person lin = server.person("lin");
    List<UserName> guests = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      Person guest = server.cast().enters("guest" + i, "客" + i);
      lin.befriends(guest);
      guest.befriends(lin);
    }
    try (WirePair pair = online(server)) {
      Chat team = pair.chat("项目组");
      for (int i = 0; i < 36; i++) {
        guests.add(pair.chat("客" + i).userName());
      }

      RoomOutcome.Done added = done(team.invite(guests.subList(0, 35)));
      RoomOutcome.Done asked = done(team.invite(guests.subList(35, 36)));

      assertThat(added.people()).extracting(Entrant::standing).containsOnly(Standing.IN);
      assertThat(standings(asked)).containsExactly("客35 INVITED");
      server.person("guest35").in(server.room("team")).accepts();
      server.elapse(Duration.ofSeconds(5));
      assertThat(team.members()).hasSize(40);
      assertThat(news()).contains("joined 客35");
    }
    assertThat(server.requests().list("webwxupdatechatroom"))
        .extracting(request -> request.request().query())
        .satisfiesExactly(
            first -> assertThat(first).contains("fun=addmember"),
            second -> assertThat(second).contains("fun=invitemember"));
  }

  @Test
  void onlyItsOwnerPutsPeopleOut(TestServer server) throws InterruptedException {
    Person mei = server.person("mei");
    server.cast().opens(mei, "club", "书友会", server.person("lin"), server.person("bo"));
    try (WirePair pair = online(server)) {
      mei.says("欢迎").to(server.room("club"));
      server.elapse(Duration.ofSeconds(5));
      Chat club = pair.chat("书友会");

      RoomOutcome outcome = club.remove(names(pair, "波"));

      assertThat(outcome).isInstanceOf(RoomOutcome.Refused.class);
      assertThat(members(club)).contains("波");
    }
  }

  @Test
  void aRoomThatWasLeftIsForgotten(TestServer server) throws InterruptedException {
    try (WirePair pair = online(server)) {
      Chat team = pair.chat("项目组");

      done(team.leave());

      assertThat(pair.client().rooms()).isEmpty();
      server.elapse(Duration.ofSeconds(5));
      assertThat(events).contains(new Event.ContactRemoved(team.userName()));
      assertThat(team.rename("gone"))
          .isEqualTo(new RoomOutcome.Refused(Retcode.ROOM_GONE, "", List.of()));
    }
  }

  private static RoomOutcome.Done done(RoomOutcome outcome) {
    assertThat(outcome).isInstanceOf(RoomOutcome.Done.class);
    return (RoomOutcome.Done) outcome;
  }

  private static List<UserName> names(WirePair pair, String... people) {
    return List.of(people).stream().map(name -> pair.chat(name).userName()).toList();
  }

  private static List<String> standings(RoomOutcome.Done done) {
    return done.people().stream().map(one -> one.name() + " " + one.standing()).toList();
  }

  private static List<String> members(Chat room) {
    return room.members().stream().map(Member::nickName).toList();
  }

  private List<String> news() {
    return events.stream()
        .<String>mapMulti((event, out) -> {
          switch (event) {
            case Event.MembersJoined(_, var members) -> out.accept("joined " + name(members));
            case Event.MembersLeft(_, var members) -> out.accept("left " + name(members));
            case Event.RoomRenamed(_, _, String name) -> out.accept("renamed " + name);
            default -> {}
          }
        })
        .filter(told -> !told.contains(","))
        .toList();
  }

  private static String name(List<Member> members) {
    return String.join(",", members.stream().map(Member::nickName).toList());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.identity.Identity;
import dev.hongyan.client.identity.IdentityChange.Merged;
import dev.hongyan.client.identity.StableId;
import dev.hongyan.client.message.Message;
import dev.hongyan.protocol.UserName;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.MessageId;
import dev.hongyan.server.world.ProfileEdit;
import dev.hongyan.server.world.RoomOutcome;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is who after another login, when everybody has another user name. */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class IdentityTest {

  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final List<Event> events = new CopyOnWriteArrayList<>();

  @Test
  void aPersonAndARoomKeepTheirIdsThroughAnotherLogin(TestServer server)
      throws InterruptedException {
    Person mei = server.person("mei");
    try (WirePair pair = online(server)) {
      mei.says("before").to(server.room("team"));
      server.elapse(Duration.ofSeconds(5));
      Message before = messages.getLast();

      again(pair);
      mei.says("after").to(server.room("team"));
      server.elapse(Duration.ofSeconds(5));
      Message after = messages.getLast();

      assertThat(after.sender().userName()).isNotEqualTo(before.sender().userName());
      assertThat(after.sender().identity().map(Identity::id))
          .isPresent()
          .isEqualTo(before.sender().identity().map(Identity::id));
      assertThat(after.sender().identity().orElseThrow().confidence())
          .isBetween(Identity.LEAST, 1.0);
      StableId team = pair.chat("项目组").identity().orElseThrow().id();
      assertThat(pair.client().find(team).orElseThrow().userName()).isEqualTo(after.chat());
    }
  }

  @Test
  void aRecallProvesWhoSomebodyIs(TestServer server) throws InterruptedException {
    Person mei = server.person("mei");
    try (WirePair pair = online(server)) {
      recallSomething(server, mei);
      StableId before = sender(messages.getLast());
      becomeAnother(server, mei);

      again(pair);
      StableId fresh = pair.chat("quite another").identity().orElseThrow().id();
      assertThat(fresh).isNotEqualTo(before);
      recallSomething(server, mei);

      assertThat(events).contains(new Event.IdentityChanged(new Merged(fresh, before)));
      assertThat(messages.getLast().sender().identity()).contains(new Identity(before, 1));
      assertThat(pair.client().find(fresh).orElseThrow().name()).isEqualTo("quite another");
    }
  }

  @Test
  void theNoteOfThePhoneProvesWhoEverybodyIs(TestServer server) throws InterruptedException {
    server.world().accounts().set("lin", Map.of("status-notify-content", "xml"));
    Person mei = server.person("mei");
    mei.says("so that there is a chat").to(server.person("lin"));
    try (WirePair pair = online(server)) {
      server.elapse(Duration.ofSeconds(5));
      StableId before = pair.chat("梅").identity().orElseThrow().id();
      becomeAnother(server, mei);

      again(pair);
      server.elapse(Duration.ofSeconds(5));

      assertThat(pair.chat("quite another").identity()).contains(new Identity(before, 1));
    }
  }

  @Test
  void whoAsksAgainToBeAFriendIsTheSame(TestServer server) throws InterruptedException {
    Person mei = server.person("mei");
    Person lin = server.person("lin");
    try (WirePair pair = online(server)) {
      recallSomething(server, mei);
      StableId before = sender(messages.getLast());
      server.world().contacts().delete(lin.account().id(), mei.account().id());
      server.world().contacts().delete(mei.account().id(), lin.account().id());
      becomeAnother(server, mei);

      again(pair);
      mei.asks(lin, "it is me");
      server.elapse(Duration.ofSeconds(5));
      lin.accepts(mei);
      server.elapse(Duration.ofSeconds(5));

      assertThat(pair.chat("quite another").identity()).contains(new Identity(before, 1));
    }
  }

  private WirePair online(TestServer server) throws InterruptedException {
    WirePair pair = WirePair.at(server);
    pair.client().onMessage((_, message) -> messages.add(message));
    var ignored = pair.client().subscribe(1000, Overflow.DROP_OLDEST, events::add);
    return pair.online("lin");
  }

  private static void again(WirePair pair) throws InterruptedException {
    pair.client().logout();
    var ignored = pair.online("lin");
  }

  private static void recallSomething(TestServer server, Person who) throws InterruptedException {
    MessageId said = who.says("nothing").to(server.person("lin"));
    who.recalls(said);
    server.elapse(Duration.ofSeconds(5));
  }

  /** Nothing that is shown of somebody is as it was, not even the company that she keeps. */
  private static void becomeAnother(TestServer server, Person who) {
    var left =
        server.world().memberships().leave(who.account().id(), server.room("team").id(), true);
    assertThat(left).isInstanceOf(RoomOutcome.Done.class);
    var ignored =
        server
            .world()
            .accounts()
            .change(
                who.account().id(),
                new ProfileEdit(
                    Optional.of("quite another"),
                    Optional.of(""),
                    Optional.of("another"),
                    Optional.empty(),
                    Optional.of("elsewhere"),
                    Optional.of("云南"),
                    Optional.of("大理"),
                    true));
  }

  private static StableId sender(Message message) {
    assertThat(message.sender().userName()).isNotEqualTo(UserName.NONE);
    return message.sender().identity().orElseThrow().id();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.people.ContactOutcome;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.message.FriendRequest;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.ContactEdit;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Remarks, pins and friends, from the web and from the phone. */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class PeopleTest {

  @Test
  void aRemarkGoesBeforeTheNameOnBothEnds(TestServer server) throws InterruptedException {
    try (WirePair pair = WirePair.at(server).online("lin")) {
      Chat mei = pair.chat("梅");

      assertThat(mei.remark("梅 <来自> 上海")).isEqualTo(new ContactOutcome.Done());

      assertThat(mei.name()).isEqualTo("梅 <来自> 上海");
      assertThat(known(server, "mei").remark()).isEqualTo("梅 <来自> 上海");
      assertThat(mei.remark("")).isEqualTo(new ContactOutcome.Done());
      assertThat(mei.name()).isEqualTo("梅");
    }
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void aRemarkHasEighteenCharacters(TestServer server) throws InterruptedException {
    try (WirePair pair = WirePair.at(server).online("lin")) {
      Chat mei = pair.chat("梅");

      assertThat(mei.remark("😀".repeat(18))).isEqualTo(new ContactOutcome.Done());
      assertThatIllegalArgumentException().isThrownBy(() -> mei.remark("x".repeat(19)));
      assertThatIllegalStateException().isThrownBy(() -> pair.chat("项目组").remark("team"));
    }
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void aPinKeepsTheRemarkThatThePhoneHasJustGiven(TestServer server) throws InterruptedException {
    try (WirePair pair = WirePair.at(server).online("lin")) {
      Chat mei = pair.chat("梅");
      server.person("lin").notes(server.person("mei"), ContactEdit.NONE.remark("Plum"));

      assertThat(mei.pin()).isEqualTo(new ContactOutcome.Done());

      assertThat(mei.isPinned()).isTrue();
      assertThat(known(server, "mei").remark()).isEqualTo("Plum");
      assertThat(mei.unpin()).isEqualTo(new ContactOutcome.Done());
      assertThat(mei.isPinned()).isFalse();
    }
  }

  @Test
  void aRoomIsPinned(TestServer server) throws InterruptedException {
    try (WirePair pair = WirePair.at(server).online("lin")) {
      Chat team = pair.chat("项目组");

      assertThat(team.pin()).isEqualTo(new ContactOutcome.Done());

      assertThat(team.isPinned()).isTrue();
    }
  }

  @Test
  void whatThePhoneMarksIsShown(TestServer server) throws InterruptedException {
    try (WirePair pair = WirePair.at(server).online("lin")) {
      Chat mei = pair.chat("梅");
      server.person("lin").notes(server.person("mei"), ContactEdit.NONE.muted(true).starred(true));
      server.elapse(Duration.ofSeconds(2));
      pair.client().loadContacts();

      Contact contact = mei.contact().orElseThrow();
      assertThat(contact.flags().isMuted()).isTrue();
      assertThat(contact.flags().isStarred()).isTrue();
      assertThat(contact.flags().isBlocked()).isFalse();
    }
  }

  @Test
  void aRequestIsAcceptedWithItsTicket(TestServer server) throws InterruptedException {
    Person chen = server.cast().enters("chen", "陈");
    List<ContactOutcome> outcomes = new CopyOnWriteArrayList<>();
    try (WirePair pair = WirePair.at(server)) {
      WeChat client = pair.client();
      client.onMessage((_, message) -> {
        if (message.kind() instanceof FriendRequest request) {
          outcomes.add(client.accept(request));
        }
      });
      pair.online("lin");

      chen.asks(server.person("lin"), "我是陈");
      server.elapse(Duration.ofSeconds(5));

      assertThat(outcomes).containsExactly(new ContactOutcome.Done());
      assertThat(pair.chat("陈").contact().orElseThrow().flags().isContact()).isTrue();
      chen.says("thanks").to(server.person("lin"));
    }
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void aStrangerIsFoundAndAsked(TestServer server) throws InterruptedException {
    Person chen = server.cast().enters("chen", "陈");
    try (WirePair pair = WirePair.at(server).online("lin")) {
      List<Chat> found = pair.client().search("chen");
      assertThat(found).extracting(Chat::name).containsExactly("陈");
      assertThat(pair.client().contacts()).extracting(Contact::shownName).doesNotContain("陈");

      assertThat(found.getFirst().befriend("我是林")).isEqualTo(new ContactOutcome.Done());
      chen.accepts(server.person("lin"));
      server.elapse(Duration.ofSeconds(5));

      assertThat(pair.client().contacts()).extracting(Contact::shownName).contains("陈");
    }
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void askingTooOftenIsRefusedAndNotRepeated(TestServer server) throws InterruptedException {
    server.cast().enters("chen", "陈");
    server.world().accounts().set("lin", Map.of("throttling", "webwxverifyuser=0"));
    try (WirePair pair = WirePair.at(server).online("lin")) {
      Chat chen = pair.client().search("chen").getFirst();

      assertThat(chen.befriend("hi"))
          .isEqualTo(new ContactOutcome.Refused(Retcode.TOO_FREQUENT, ""));

      assertThat(server.requests().count("webwxverifyuser")).isOne();
    }
  }

  private static dev.hongyan.server.world.Contact known(TestServer server, String name) {
    return server
        .world()
        .contacts()
        .find(server.person("lin").account().id(), server.person(name).account().id())
        .orElseThrow();
  }
}

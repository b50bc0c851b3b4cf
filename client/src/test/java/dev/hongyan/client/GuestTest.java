// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.message.SendOutcome.Sent;
import dev.hongyan.client.store.SavedSession.State;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.SessionEndedException;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Member;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that shares the session of another process. */
@Timeout(60)
class GuestTest extends ClientScenario {

  @Test
  void aGuestSendsWithTheKeysOfTheOwner() throws InterruptedException {
    WeChat owner = loggedIn();
    owner.start();
    WeChat guest = client();
    assertThat(guest.attach()).isInstanceOf(LoginOutcome.LoggedIn.class);
    service.renewKey("secret-next");
    service.deliver(text(1, MEI, "renews the key"));
    time.pause(Duration.ofMinutes(1));

    guest.loadContacts();

    assertThat(guest.find("Plum")).singleElement().extracting(Chat::userName).isEqualTo(MEI);
    assertThat(guest.find("Plum").getFirst().send("hi")).isInstanceOf(Sent.class);
    assertThatIllegalStateException().isThrownBy(guest::start);
  }

  @Test
  void aGuestOfASessionThatIsOverIsTold() throws InterruptedException {
    WeChat owner = loggedIn();
    WeChat guest = client();
    assertThat(guest.attach()).isInstanceOf(LoginOutcome.LoggedIn.class);
    owner.logout();

    assertThatExceptionOfType(SessionEndedException.class)
        .isThrownBy(() -> guest.chat(MEI).send("hi"));
    assertThat(client().attach()).isEqualTo(new LoginOutcome.NoSession());
  }

  /** A guest left the session open in the store, so that the next one tried it again. */
  @Test
  void aGuestKeepsThatTheSessionIsOver() throws InterruptedException {
    loggedIn().close();
    WeChat guest = client();
    assertThat(guest.attach()).isInstanceOf(LoginOutcome.LoggedIn.class);
    service.sessionState = Retcode.SESSION_ENDED;

    assertThatExceptionOfType(SessionEndedException.class).isThrownBy(guest::loadContacts);

    assertThat(store.sessions().load().orElseThrow().state()).isEqualTo(State.ENDED);
  }

  @Test
  void aGuestThatLogsOutEndsTheSessionForAll() throws InterruptedException {
    loggedIn().close();
    WeChat guest = client();
    assertThat(guest.attach()).isInstanceOf(LoginOutcome.LoggedIn.class);

    guest.logout();

    assertThat(store.sessions().load().orElseThrow().state()).isEqualTo(State.ENDED);
    assertThat(client().attach()).isEqualTo(new LoginOutcome.NoSession());
  }

  @Test
  void aGuestNeitherUsesNorEndsALaterSession() throws InterruptedException {
    loggedIn().close();
    WeChat guest = client();
    assertThat(guest.attach()).isInstanceOf(LoginOutcome.LoggedIn.class);
    store.sessions().clear();
    loggedIn().close();
    String later = store.sessions().load().orElseThrow().id();

    assertThatExceptionOfType(SessionEndedException.class)
        .isThrownBy(() -> guest.chat(MEI).send("hi"));

    assertThat(service.sent()).isEmpty();
    assertThat(store.sessions().load().orElseThrow().id()).isEqualTo(later);
    assertThat(store.sessions().load().orElseThrow().state()).isEqualTo(State.OPEN);
  }

  /** Guests knew the rooms of the contact list only, which are those that the phone has saved. */
  @Test
  void aGuestKnowsTheRoomsThatTheOwnerKnows() throws InterruptedException {
    WeChat owner = loggedIn();
    UserName later = new UserName("@@later");
    service.details.put(later, room(later, "made later", Member.of(MEI, "Plum", "")));
    owner.onMessage((_, _) -> {});
    owner.start();
    service.deliver(text(1, later, "@mei:<br/>hi"));
    await(() -> owner.find("made later").size() == 1);
    WeChat guest = client();
    assertThat(guest.attach()).isInstanceOf(LoginOutcome.LoggedIn.class);

    guest.loadContacts();

    assertThat(guest.rooms())
        .extracting(Contact::shownName)
        .containsExactlyInAnyOrder("team", "made later");
    assertThat(guest.chat(later).members()).hasSize(1);
  }
}

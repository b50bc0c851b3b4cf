// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hongyan.client.FakeService.Fault;
import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.message.Mentioned;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.message.Sender;
import dev.hongyan.client.store.SavedSession.State;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.message.Note;
import dev.hongyan.protocol.message.Recall;
import dev.hongyan.protocol.message.StatusNote;
import dev.hongyan.time.Signal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReceiveTest extends ClientScenario {

  private final List<Message> received = new CopyOnWriteArrayList<>();
  private final List<String> texts = new CopyOnWriteArrayList<>();

  @Test
  void aTextComesToItsHandlerAsAPersonReadsIt() throws InterruptedException {
    listening();

    service.deliver(text(1, MEI, "5 &lt; 6<br/>ok"));
    await(() -> !received.isEmpty());

    assertThat(received.getFirst().chat()).isEqualTo(MEI);
    Sender sender = received.getFirst().sender();
    assertThat(sender).isEqualTo(new Sender(MEI, "Plum", false).as(sender.identity()));
    assertThat(sender.identity()).isPresent();
    assertThat(texts).containsExactly("Plum: 5 < 6\nok");
  }

  @Test
  void inARoomTheSenderIsAMember() throws InterruptedException {
    listening();

    service.deliver(text(1, TEAM, "@mei:<br/>hi"));
    service.deliver(text(2, TEAM, "@bo:<br/>a:<br/>b"));
    await(() -> received.size() == 2);

    assertThat(received).extracting(Message::chat).containsOnly(TEAM);
    assertThat(texts).containsExactly("Plum: hi", "波: a:\nb");
  }

  @Test
  void aNoteInARoomHasNoSender() throws InterruptedException {
    listening();

    service.deliver(item(1, TEAM, FakeService.SELF, 10000, "某某 joined", StatusNote.NONE));
    await(() -> !received.isEmpty());

    assertThat(received.getFirst().sender()).isEqualTo(Sender.NOBODY);
    assertThat(received.getFirst().kind()).isEqualTo(Note.of("某某 joined"));
    assertThat(texts).isEmpty();
  }

  @Test
  void anUnknownSenderIsFetchedFirst() throws InterruptedException {
    listening();

    service.deliver(text(1, STRANGER, "hello"));
    service.deliver(text(2, TEAM, "@stranger:<br/>hello all"));
    await(() -> received.size() == 2);

    assertThat(received).extracting(message -> message.sender().name()).containsOnly("客");
  }

  @Test
  void anUnknownRoomIsReadFirst() throws InterruptedException {
    List<String> chats = new CopyOnWriteArrayList<>();
    UserName unheardOf = new UserName("@@unheard");
    service.details.put(unheardOf, room(unheardOf, "attic", Member.of(STRANGER, "客", "")));
    WeChat client = client();
    client.onMessage((chat, message) -> chats.add(message.sender().name() + " in " + chat.name()));
    listening(client);

    service.deliver(text(1, unheardOf, "@stranger:<br/>hello"));
    await(() -> !chats.isEmpty());

    assertThat(chats).containsExactly("客 in attic");
  }

  @Test
  void whoCannotBeFetchedStaysWithoutAName() throws InterruptedException {
    listening();
    service.fail("webwxbatchgetcontact", Fault.LOST_REQUEST, 100);

    service.deliver(text(1, STRANGER, "hello"));
    await(() -> !received.isEmpty());

    assertThat(received.getFirst().sender()).isEqualTo(new Sender(STRANGER, "", false));
  }

  @Test
  void whatTheAccountWritesOnItsPhoneIsNoTextOfOthers() throws InterruptedException {
    listening();

    service.deliver(item(1, FakeService.SELF, MEI, 1, "on my way", StatusNote.NONE));
    await(() -> !received.isEmpty());

    assertThat(received.getFirst().chat()).isEqualTo(MEI);
    assertThat(received.getFirst().sender().isSelf()).isTrue();
    assertThat(texts).isEmpty();
  }

  @Test
  void aNoteAboutChatsIsNoMessageAndMakesRoomsKnown() throws InterruptedException {
    UserName other = new UserName("@@other");
    service.details.put(other, room(other, "another"));
    WeChat client = listening();

    StatusNote note = new StatusNote(StatusNote.CHATS, List.of(UserName.FILE_HELPER, MEI, other));
    service.deliver(item(1, FakeService.SELF, FakeService.SELF, 51, "", note));
    await(() -> client.chat(other).name().equals("another"));

    assertThat(received).isEmpty();
  }

  @Test
  void whatThePhoneDoesIsAnEvent() throws InterruptedException {
    WeChat client = client();
    List<Event> events = new CopyOnWriteArrayList<>();
    var _ = client.subscribe(1000, Overflow.DROP_OLDEST, events::add);
    listening(client);

    StatusNote opened = new StatusNote(StatusNote.OPENED, List.of(MEI));
    service.deliver(item(1, FakeService.SELF, MEI, 51, "", opened));
    await(() -> events.contains(new Event.PhoneNoted(opened)));

    assertThat(received).isEmpty();
  }

  @Test
  void whoTakesBackWhatIsTold() throws InterruptedException {
    WeChat client = listening();
    String order =
        "&lt;sysmsg type=\"revokemsg\"&gt;&lt;revokemsg&gt;&lt;session&gt;wxid_mei&lt;/session&gt;"
            + "&lt;oldmsgid&gt;7&lt;/oldmsgid&gt;&lt;msgid&gt;4241293912041778012&lt;/msgid&gt;"
            + "&lt;replacemsg&gt;&lt;![CDATA[\"Plum\" 撤回了一条消息]]&gt;&lt;/replacemsg&gt;"
            + "&lt;/revokemsg&gt;&lt;/sysmsg&gt;";

    service.deliver(text(4241293912041778012L, MEI, "oops"));
    service.deliver(item(2, MEI, FakeService.SELF, 10002, order, StatusNote.NONE));
    await(() -> received.size() == 2);

    assertThat(received.getLast().sender().userName()).isEqualTo(MEI);
    assertThat(received.getLast().kind())
        .isInstanceOfSatisfying(
            Recall.class,
            recall -> {
              assertThat(recall.recalled()).isEqualTo(received.getFirst().id());
              assertThat(recall.text()).isEqualTo("\"Plum\" 撤回了一条消息");
            });
    Recall recall = (Recall) received.getLast().kind();
    assertThat(client.chat(MEI).original(recall)).contains(received.getFirst());
  }

  @Test
  void aTextTellsWhomItMentions() throws InterruptedException {
    WeChat client = listening();
    Chat team = client.chat(TEAM);
    String text = team.mention(MEI) + team.mention(BO) + "and @Plum, come";

    assertThat(text).isEqualTo("@梅梅\u2005@波 & co\u2005and @Plum, come");
    assertThat(team.mentions(text)).isEqualTo(new Mentioned(List.of(MEI, BO), false, false));
    assertThat(team.mentions("@林\u2005?").isSelf()).isTrue();
    assertThat(team.mentions("@所有人\u2005!")).isEqualTo(new Mentioned(List.of(), true, true));
    assertThat(client.chat(MEI).mentions("@林\u2005")).isEqualTo(Mentioned.NOBODY);
    assertThatIllegalArgumentException().isThrownBy(() -> team.mention(STRANGER));
  }

  @Test
  void eachCheckCarriesTheKeyJustReceived() throws InterruptedException {
    listening();

    service.deliver(text(1, MEI, "one"));
    await(() -> received.size() == 1);
    service.deliver(text(2, MEI, "two"));
    await(() -> received.size() == 2 && service.checkedKeys.size() > 2);

    assertThat(service.checkedKeys.stream().map(key -> key.val(2).orElseThrow()).distinct())
        .containsExactly(0L, 1L, 2L);
    assertThat(service.checkedKeys.getFirst().val(1000)).isEmpty();
    assertThat(service.checkedKeys.getLast().val(1000)).hasValue(7L);
  }

  @Test
  void troubleDelaysAndEndsNothing() throws InterruptedException {
    WeChat client = client();
    List<Event> events = new CopyOnWriteArrayList<>();
    var _ = client.subscribe(1000, Overflow.DROP_OLDEST, events::add);
    listening(client);

    service.fail("synccheck", Fault.LOST_REQUEST, 3);
    service.fail("synccheck", Fault.BAD_GATEWAY, 3);
    service.fail("webwxsync", Fault.HALF, 2);
    service.deliver(text(1, MEI, "still there"));
    await(() -> events.stream().filter(Event.SyncDelayed.class::isInstance).count() == 8);
    await(() -> texts.equals(List.of("Plum: still there")));

    assertThat(events).noneMatch(Event.SessionEnded.class::isInstance);
    // An error of the way raises no doubt about the session, which nonsense would.
    assertThat(service.count("webwxinit")).isEqualTo(1);
  }

  @Test
  void nonsenseMakesItAskWhetherThereIsASession() throws InterruptedException {
    listening();
    long before = service.count("webwxinit");

    service.fail("webwxsync", Fault.HALF, 4);
    service.deliver(text(1, MEI, "still there"));
    await(() -> texts.equals(List.of("Plum: still there")));

    assertThat(service.count("webwxinit")).isEqualTo(before + 1);
  }

  /** What the checks do not say the beginning of a session does: it is over. */
  @Test
  void aSessionWhoseEndCannotBeReadEndsAllTheSame() throws InterruptedException {
    WeChat client = client();
    List<Event> events = new CopyOnWriteArrayList<>();
    var _ = client.subscribe(1000, Overflow.DROP_OLDEST, events::add);
    service.fail("synccheck", Fault.HALF, 1000);
    listening(client);

    service.endSession(Retcode.SESSION_ENDED);
    await(() -> events.stream().anyMatch(Event.SessionEnded.class::isInstance));

    assertThat(service.count("synccheck")).isEqualTo(3);
  }

  @Test
  void aLostAnswerDeliversOnce() throws InterruptedException {
    listening();

    service.fail("webwxsync", Fault.LOST_ANSWER, 1);
    service.deliver(text(1, MEI, "once"));
    await(() -> !received.isEmpty());
    time.pause(Duration.ofMinutes(5));

    assertThat(received).hasSize(1);
  }

  @Test
  void oneBadMessageDoesNotHoldUpTheOthers() throws InterruptedException {
    WeChat client = client();
    client.onText((_, text) -> {
      if (text.content().equals("bad")) {
        throw new IllegalStateException("cannot stand this");
      }
    });
    listening(client);

    service.deliver(text(1, MEI, "bad"));
    service.deliver(text(2, MEI, "good"));
    await(() -> texts.size() == 2);

    assertThat(client.handlerFailures()).isEqualTo(1);
  }

  @Test
  void aSlowHandlerHoldsUpItsChatOnly() throws InterruptedException {
    Signal go = time.signal();
    WeChat client = client();
    client.onText((chat, _) -> {
      if (chat.userName().equals(MEI)) {
        assertThat(go.await(Duration.ofHours(1))).isTrue();
      }
    });
    listening(client);

    service.deliver(text(1, MEI, "slow"));
    service.deliver(text(2, MEI, "behind it"));
    service.deliver(text(3, BO, "beside it"));
    await(() -> texts.size() == 1);
    assertThat(texts).containsExactly("波 & co: beside it");

    go.raise();
    await(() -> texts.size() == 2);
    assertThat(texts).last().isEqualTo("Plum: slow");
    go.raise();
    await(() -> texts.size() == 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1100, 1101, 1102})
  void theServerEndsASessionOnce(int retcode) throws InterruptedException {
    WeChat client = client();
    List<Event> events = new CopyOnWriteArrayList<>();
    var _ = client.subscribe(1000, Overflow.DROP_OLDEST, events::add);
    scanAndConfirm(client);
    client.start();

    service.endSession(new Retcode(retcode));
    SessionEnd end = client.listen();
    time.pause(Duration.ofMinutes(5));

    assertThat(end).isEqualTo(new SessionEnd.ByServer(new Retcode(retcode)));
    assertThat(events.stream().filter(Event.SessionEnded.class::isInstance))
        .containsExactly(new Event.SessionEnded(end));
    assertThat(store.sessions().load().orElseThrow().state()).isEqualTo(State.ENDED);
  }

  @Test
  void loggingOutEndsTheSession() throws InterruptedException {
    WeChat client = loggedIn();
    client.start();

    client.logout();

    assertThat(client.listen()).isEqualTo(new SessionEnd.LoggedOut());
    assertThat(store.sessions().load().orElseThrow().state()).isEqualTo(State.ENDED);
  }

  @Test
  void aRenewedKeyIsUsedAndKept() throws InterruptedException {
    listening();

    service.renewKey("secret-next");
    service.deliver(text(1, MEI, "one"));
    await(() -> received.size() == 1);
    service.deliver(text(2, MEI, "two"));
    await(() -> received.size() == 2);

    assertThat(store.sessions().load().orElseThrow().credentials().skey().value())
        .isEqualTo("secret-next");
  }

  @Test
  void aRestoredSessionGetsWhatCameMeanwhile() throws InterruptedException {
    listening().close();
    service.deliver(text(1, MEI, "while you were away"));

    WeChat again = client();
    assertThat(again.restore()).isNotNull();
    listening(again, List.of());
    await(() -> !received.isEmpty());

    assertThat(received).hasSize(1);
    assertThat(received.getFirst().isRedelivered()).isFalse();
  }

  @Test
  void aHandlerCutShortGetsTheMessageAgain() throws InterruptedException {
    WeChat first = client();
    first.onText((_, _) -> time.pause(Duration.ofDays(1)));
    listening(first);
    service.deliver(text(1, MEI, "cut short"));
    service.deliver(text(2, MEI, "never begun"));
    await(() -> service.checkedKeys.stream().anyMatch(key -> key.val(2).orElseThrow() == 2));
    first.close();
    assertThat(texts).isEmpty();

    WeChat again = client();
    assertThat(again.restore()).isNotNull();
    listening(again, List.of());
    await(() -> received.size() == 2);

    assertThat(received).extracting(Message::isRedelivered).containsExactly(true, false);
  }

  private WeChat listening() throws InterruptedException {
    return listening(client());
  }

  private WeChat listening(WeChat client) throws InterruptedException {
    scanAndConfirm(client);
    return listening(client, List.of());
  }

  private WeChat listening(WeChat client, List<Message> before) {
    received.addAll(before);
    client.onMessage((_, message) -> received.add(message));
    client.onText((_, text) -> texts.add(text.sender().name() + ": " + text.content()));
    client.start();
    return client;
  }
}

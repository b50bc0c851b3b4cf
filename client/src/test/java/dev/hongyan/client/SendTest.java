// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hongyan.client.FakeService.Fault;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.message.SendOutcome.NotSent;
import dev.hongyan.client.message.SendOutcome.NotSent.Reason;
import dev.hongyan.client.message.SendOutcome.Refused;
import dev.hongyan.client.message.SendOutcome.Sent;
import dev.hongyan.client.message.SendOutcome.Unknown;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.OutgoingText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SendTest extends ClientScenario {

  @Test
  void aTextIsSentAsItIs() throws InterruptedException {
    SendOutcome outcome = loggedIn().chat(MEI).send("5 < 6\nok");

    assertThat(outcome).isEqualTo(new Sent(new MessageId(900)));
    OutgoingText sent = service.sent().getFirst();
    assertThat(sent.content()).isEqualTo("5 < 6\nok");
    assertThat(sent.envelope().to()).isEqualTo(MEI);
    assertThat(sent.envelope().from()).isEqualTo(FakeService.SELF);
    assertThat(sent.envelope().clientId().value()).matches("\\d{17}");
  }

  @Test
  void anEmptyTextIsAMistake() throws InterruptedException {
    Chat chat = loggedIn().chat(MEI);

    assertThatIllegalArgumentException().isThrownBy(() -> chat.send(""));
  }

  @Test
  void aTextThatIsTooLongIsNotSent() throws InterruptedException {
    Chat chat = loggedIn().chat(MEI);

    assertThat(chat.send("长".repeat(16_384))).isInstanceOf(Sent.class);
    assertThat(chat.send("长".repeat(16_385))).isEqualTo(new NotSent(Reason.TEXT_TOO_LONG));
    assertThat(service.sent()).hasSize(1);
  }

  @Test
  void aLostAnswerIsRepeatedUnderTheSameId() throws InterruptedException {
    WeChat client = loggedIn();
    service.fail("webwxsendmsg", Fault.LOST_ANSWER, 2);

    assertThat(client.chat(MEI).send("once")).isEqualTo(new Sent(new MessageId(900)));
    assertThat(service.count("webwxsendmsg")).isEqualTo(3);
    assertThat(service.sent()).hasSize(1);
  }

  @Test
  void whenNobodyAnswersTheOutcomeIsUnknown() throws InterruptedException {
    WeChat client = loggedIn();
    service.fail("webwxsendmsg", Fault.BAD_GATEWAY, 4);

    assertThat(client.chat(MEI).send("lost?")).isEqualTo(new Unknown());
  }

  @Test
  void aRefusalIsNotRepeated() throws InterruptedException {
    WeChat client = loggedIn();
    service.sendStatus = new Status(Retcode.NO_ACCESS, "not friends");

    assertThat(client.chat(MEI).send("hi"))
        .isEqualTo(new Refused(Retcode.NO_ACCESS, "not friends"));
    assertThat(service.count("webwxsendmsg")).isEqualTo(1);
  }

  @Test
  void tooFrequentMakesTheNextMessageWait() throws InterruptedException {
    WeChat client = loggedIn();
    service.sendStatus = Status.of(Retcode.TOO_FREQUENT);
    assertThat(client.chat(MEI).send("too much")).isInstanceOf(Refused.class);
    service.sendStatus = Status.OK;
    Instant before = time.instant();

    assertThat(client.chat(MEI).send("later")).isInstanceOf(Sent.class);

    assertThat(Duration.between(before, time.instant())).isGreaterThan(Duration.ofMinutes(4));
  }

  @Test
  void manyMessagesArePaced() throws InterruptedException {
    Chat chat = loggedIn().chat(MEI);
    Instant before = time.instant();

    for (int i = 0; i < 40; i++) {
      assertThat(chat.send("message " + i)).isInstanceOf(Sent.class);
    }

    assertThat(Duration.between(before, time.instant()))
        .isBetween(Duration.ofSeconds(29), Duration.ofSeconds(31));
  }

  @Test
  void aRefusalThatEndsTheSessionEndsIt() throws InterruptedException {
    WeChat client = loggedIn();
    service.sendStatus = Status.of(Retcode.SESSION_ENDED);

    assertThat(client.chat(MEI).send("hi")).isInstanceOf(Refused.class);
    assertThat(client.listen()).isEqualTo(new SessionEnd.ByServer(Retcode.SESSION_ENDED));
  }

  @Test
  void theEchoAnswersEachTextOnce() throws InterruptedException {
    WeChat client = loggedIn();
    client.onText((chat, text) -> chat.send("you said " + text.content()));
    client.start();

    service.deliver(text(1, MEI, "one"));
    service.deliver(text(2, TEAM, "@bo:<br/>two"));
    await(() -> service.sent().size() == 2);

    assertThat(service.sent())
        .extracting(OutgoingText::content)
        .containsExactlyInAnyOrder("you said one", "you said two");
  }

  @Test
  void aHandlerThatRunsAgainDoesNotAnswerTwice() throws InterruptedException {
    WeChat first = loggedIn();
    first.onText((chat, text) -> {
      chat.send("first answer");
      chat.send("second answer");
      time.pause(Duration.ofDays(1));
    });
    first.start();
    service.deliver(text(1, MEI, "hello"));
    await(() -> service.sent().size() == 2);
    first.close();

    WeChat again = client();
    again.onText((chat, text) -> {
      assertThat(text.message().isRedelivered()).isTrue();
      chat.send("first answer");
      chat.send("second answer");
      chat.send("third answer");
    });
    assertThat(again.restore()).isInstanceOf(LoginOutcome.LoggedIn.class);
    again.start();
    await(() -> service.sent().size() == 3);

    assertThat(service.sent())
        .extracting(OutgoingText::content)
        .containsExactly("first answer", "second answer", "third answer");
    assertThat(service.count("webwxsendmsg")).isEqualTo(3);
  }

  @Test
  void whatWasBeingSentWhenTheProcessEndedIsRepeated() throws InterruptedException {
    WeChat first = loggedIn();
    service.fail("webwxsendmsg", Fault.LOST_ANSWER, 3);
    var sending =
        time.start(
            "sending",
            () ->
                assertThatExceptionOfType(InterruptedException.class)
                    .isThrownBy(() -> first.chat(MEI).send("cut short")));
    await(() -> service.sent().size() == 1);
    sending.close();
    first.close();

    WeChat again = client();
    assertThat(again.restore()).isInstanceOf(LoginOutcome.LoggedIn.class);
    again.start();
    await(() -> service.count("webwxsendmsg") > 3);

    assertThat(service.sent()).hasSize(1);
  }

  /*
   * A handler that ran again after a crash sent what the start was repeating at the same moment, so
   * that a text went out, and a file was uploaded, twice under one client message id.
   */
  @Test
  void aHandlerThatRunsAgainWaitsForWhatIsBeingRepeated() throws InterruptedException {
    WeChat first = loggedIn();
    first.onText((chat, text) -> chat.send("answer"));
    service.fail("webwxsendmsg", Fault.LOST_REQUEST, 4);
    first.start();
    service.deliver(text(1, MEI, "hello"));
    await(() -> service.count("webwxsendmsg") == 1);
    first.close();
    service.heal();
    service.fail("webwxsendmsg", Fault.LOST_REQUEST, 3);

    WeChat again = client();
    List<SendOutcome> answers = new CopyOnWriteArrayList<>();
    again.onText((chat, text) -> {
      time.pause(Duration.ofMillis(1));
      answers.add(chat.send("answer"));
    });
    assertThat(again.restore()).isInstanceOf(LoginOutcome.LoggedIn.class);
    again.start();
    await(() -> !answers.isEmpty());

    assertThat(answers).singleElement().isInstanceOf(Sent.class);
    assertThat(service.sent()).hasSize(1);
    assertThat(service.count("webwxsendmsg")).isEqualTo(1 + 4);
  }

  @Test
  void chatsAreFoundByTheirNames() throws InterruptedException {
    WeChat client = loggedIn();

    assertThat(client.find("team")).extracting(Chat::userName).containsExactly(TEAM);
    assertThat(client.find("Plum")).extracting(Chat::userName).containsExactly(MEI);
    assertThat(client.find("梅")).extracting(Chat::userName).containsExactly(MEI);
    assertThat(client.find("filehelper"))
        .extracting(Chat::userName)
        .containsExactly(UserName.FILE_HELPER);
    assertThat(client.find("nobody")).isEmpty();
    assertThat(client.find("")).isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecallsTest {

  private static final String CALL = "webwxrevokemsg";

  private final Scene scene = new Scene();
  private final Recalls recalls = scene.world.recalls();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void areToldToEverybodyAndKeepTheOriginal() throws Exception {
    Session bo = scene.login("bo");
    MessageId original = scene.write(scene.mei, scene.team, "typo");

    var recalled = (RecallOutcome.Recalled) recalls.onPhone(scene.mei.id(), original);

    Content notice = new Content.Recall(original);
    for (String name : List.of("lin", "mei", "bo", "an")) {
      assertThat(scene.world.messages().onPhone(scene.account(name).id(), 0, 9))
          .as(name)
          .extracting(Message::content)
          .containsExactly(new Content.Text("typo"), notice);
    }
    assertThat(scene.world.mailboxes().page(bo, 0, 9).items()).hasSize(2);
    assertThat(recalls.noticeOf(original)).contains(recalled.notice());
    assertThat(scene.world.chats().unread(scene.lin.id(), scene.team)).isOne();
  }

  @Test
  void arePossibleForTwoMinutes() throws Exception {
    MessageId one = scene.write(scene.mei, scene.team, "one");
    MessageId two = scene.write(scene.mei, scene.team, "two");

    scene.time.advance(Duration.ofMinutes(2));
    assertThat(recalls.onPhone(scene.mei.id(), one)).isInstanceOf(RecallOutcome.Recalled.class);
    scene.time.advance(Duration.ofMillis(1));

    assertRefused(RecallOutcome.Reason.TOO_OLD, recalls.onPhone(scene.mei.id(), two));
  }

  @Test
  void areOnlyForOnesOwnMessages() {
    MessageId theirs = scene.write(scene.mei, scene.team, "mine");

    assertRefused(RecallOutcome.Reason.NOT_OWN, recalls.onPhone(scene.lin.id(), theirs));
    assertRefused(RecallOutcome.Reason.NOT_OWN, recalls.onPhone(scene.mei.id(), new MessageId(17)));
  }

  @Test
  void happenOnce() throws Exception {
    MessageId original = scene.write(scene.mei, scene.team, "typo");

    RecallOutcome first = recalls.onWeb(scene.mei.id(), scene.team, original, CALL);
    scene.time.advance(Duration.ofMinutes(9));
    RecallOutcome again = recalls.onWeb(scene.mei.id(), scene.team, original, CALL);

    assertThat(again).isEqualTo(first);
    assertThat(scene.world.messages().onPhone(scene.lin.id(), 0, 9)).hasSize(2);
    MessageId notice = ((RecallOutcome.Recalled) first).notice();
    assertRefused(RecallOutcome.Reason.NOT_OWN, recalls.onPhone(scene.mei.id(), notice));
  }

  /** The chat was not looked at: it was taken back wherever it was. */
  @Test
  void fromTheWebAreOfTheChatThatIsNamed() throws Exception {
    MessageId original = scene.write(scene.mei, scene.team, "typo");

    assertRefused(
        RecallOutcome.Reason.NOT_OWN,
        recalls.onWeb(scene.mei.id(), scene.lin.id(), original, CALL));
    assertThat(recalls.noticeOf(original)).isEmpty();
  }

  @Test
  void fromTheWebNeedThePhoneAndAreNotEchoed() throws Exception {
    Session lin = scene.login("lin");
    MessageId original = Scene.sent(scene.send(scene.lin, scene.mei.id(), "typo", "1"));
    scene.world.accounts().set("lin", Map.of("phone-offline", "true"));
    assertRefused(
        RecallOutcome.Reason.PHONE_OFFLINE,
        recalls.onWeb(scene.lin.id(), scene.mei.id(), original, CALL));
    scene.world.accounts().set("lin", Map.of("phone-offline", "false"));

    recalls.onWeb(scene.lin.id(), scene.mei.id(), original, CALL);

    assertThat(scene.world.mailboxes().newest(lin)).isZero();
    assertThat(scene.world.messages().onPhone(scene.mei.id(), 0, 9)).hasSize(2);
  }

  private static void assertRefused(RecallOutcome.Reason reason, RecallOutcome outcome) {
    assertThat(outcome).isEqualTo(new RecallOutcome.Refused(reason));
  }
}

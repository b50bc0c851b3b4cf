// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.SyncKey.Pair;
import dev.hongyan.protocol.message.MessageItem;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state and reply of protocol reference 3.10 and 3.11. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class SyncMachineTest {

  private static final SyncKey OLD = key(1);
  private static final SyncKey NEW = key(2);
  private static final SyncKey CHECK = key(3);
  private static final List<MessageItem> NEWS = List.of(MessageItem.NONE);
  private static final List<MessageItem> NOTHING = List.of();

  private final SyncMachine machine = SyncMachine.from(OLD);

  @ParameterizedTest
  @CsvSource({
    "0, false",
    "1, true",
    "2, true",
    "3, true",
    "4, true",
    "6, true",
    "7, true",
    "99, true"
  })
  void fetchesOnEverySelectorButZero(int selector, boolean fetches) {
    var step = machine.after(new SyncCheck.Reply(Retcode.OK, selector)).step();

    assertThat(step).isEqualTo(fetches ? new SyncStep.Fetch() : new SyncStep.Check());
  }

  @ParameterizedTest
  @ValueSource(ints = {1100, 1101, 1102, 1103, -14})
  void theseCodesEndTheSessionAtBothCalls(int code) {
    var over = new SyncStep.Over(new Retcode(code));

    assertThat(machine.after(new SyncCheck.Reply(new Retcode(code), 2)).step()).isEqualTo(over);
    assertThat(machine.after(refused(code)).step()).isEqualTo(over);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -2, 1, 2, 3, 1200, 1201, 1203, 1204, 1205, 4711})
  void anyOtherCodeDelaysAndEndsNothing(int code) {
    var afterCheck = machine.after(new SyncCheck.Reply(new Retcode(code), 0));
    var afterFetch = afterCheck.machine().after(refused(code));

    assertThat(afterCheck.step()).isEqualTo(new SyncStep.Pause(1, new SyncStep.Check()));
    assertThat(afterFetch.step()).isEqualTo(new SyncStep.Pause(2, new SyncStep.Fetch()));
    assertThat(afterFetch.machine().syncKey()).isEqualTo(OLD);
  }

  @Test
  void checksWithTheKeyJustReceived() {
    var next = machine.after(reply(NEWS, NEW, CHECK, false));

    assertThat(next.step()).isEqualTo(new SyncStep.Check());
    assertThat(next.machine().syncKey()).isEqualTo(NEW);
    assertThat(next.machine().checkKey()).isEqualTo(CHECK);
  }

  @Test
  void checksWithTheSyncKeyWhereThereIsNoOther() {
    assertThat(machine.after(reply(NEWS, NEW, SyncKey.NONE, false)).machine().checkKey())
        .isEqualTo(NEW);
    assertThat(SyncMachine.from(OLD, SyncKey.NONE).checkKey()).isEqualTo(OLD);
    assertThat(SyncMachine.from(OLD, CHECK).checkKey()).isEqualTo(CHECK);
  }

  @Test
  void keepsItsKeyWhereACountOfZeroArrives() {
    var next = machine.after(reply(NEWS, SyncKey.NONE, SyncKey.NONE, false)).machine();

    assertThat(next.syncKey()).isEqualTo(OLD);
    assertThat(next.checkKey()).isEqualTo(OLD);
  }

  @Test
  void goesOnFetchingWhileThereIsMore() {
    assertThat(machine.after(reply(NEWS, NEW, NEW, true)).step()).isEqualTo(new SyncStep.Fetch());
  }

  @Test
  void aSelectorStuckAtTwoSlowsDownMoreAndMore() {
    SyncMachine m = machine;
    int longest = 0;

    for (int round = 1; round <= 10; round++) {
      m = m.after(new SyncCheck.Reply(Retcode.OK, 2)).machine();
      var next = m.after(reply(NOTHING, OLD, OLD, false));
      m = next.machine();
      assertThat(next.step() instanceof SyncStep.Pause).isEqualTo(round > 2);
      if (next.step() instanceof SyncStep.Pause(int failures, SyncStep then)) {
        assertThat(failures).isEqualTo(++longest);
        assertThat(then).isEqualTo(new SyncStep.Check());
      }
    }
  }

  /** With a key that moves and no news, with news and a key that does not, with neither. */
  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "false, false"})
  void aContinueFlagForEverSlowsDown(boolean keyMoves, boolean news) {
    SyncMachine m = machine;
    SyncStep step = new SyncStep.Fetch();

    for (int round = 1; round <= 5; round++) {
      var key = keyMoves ? key(100 + round) : OLD;
      var next = m.after(reply(news ? NEWS : NOTHING, key, key, true));
      m = next.machine();
      step = next.step();
    }

    assertThat(step).isEqualTo(new SyncStep.Pause(3, new SyncStep.Fetch()));
  }

  @Test
  void progressMakesItFastAgain() {
    SyncMachine m = machine;
    for (int round = 0; round < 5; round++) {
      m = m.after(reply(NOTHING, OLD, OLD, false)).machine();
    }

    var progress = m.after(reply(NEWS, NEW, NEW, false));
    var quiet = m.after(new SyncCheck.Reply(Retcode.OK, 0));

    assertThat(progress.step()).isEqualTo(new SyncStep.Check());
    assertThat(progress.machine().idleFetches()).isZero();
    assertThat(quiet.machine().idleFetches()).isZero();
  }

  @Test
  void troubleIsCountedUntilSomethingWorks() {
    var first = machine.afterTrouble(new SyncStep.Check());
    var second = first.machine().afterTrouble(new SyncStep.Check());
    var works = second.machine().after(new SyncCheck.Reply(Retcode.OK, 0));

    assertThat(second.step()).isEqualTo(new SyncStep.Pause(2, new SyncStep.Check()));
    assertThat(works.machine().failures()).isZero();
    assertThat(works.machine().syncKey()).isEqualTo(OLD);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -2, 1, 2, 1200, 4711})
  void everyThirdUnexplainedFailureInARowAsksForTheSession(int code) {
    SyncMachine m = machine;

    for (int failure = 1; failure <= 7; failure++) {
      var next = m.after(refused(code));
      m = next.machine();
      SyncStep fetch = new SyncStep.Fetch();
      SyncStep then = failure % 3 == 0 ? new SyncStep.Recheck(fetch) : fetch;
      assertThat(next.step()).isEqualTo(new SyncStep.Pause(failure, then));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 1201, 1203, 1204, 1205})
  void whatSaysWhatIsWrongAsksForNothing(int code) {
    SyncMachine m = machine;

    for (int failure = 1; failure <= 6; failure++) {
      var next = m.after(new SyncCheck.Reply(new Retcode(code), 0));
      m = next.machine();
      assertThat(next.step()).isEqualTo(new SyncStep.Pause(failure, new SyncStep.Check()));
    }
  }

  @Test
  void aParameterErrorThatTellsOfFrequencyAsksForNothing() {
    var throttled = Sync.Reply.refused(new Status(Retcode.PARAMETER_ERROR, "操作太频繁"));

    var third = failed(2).after(throttled);

    assertThat(third.step()).isEqualTo(new SyncStep.Pause(3, new SyncStep.Fetch()));
  }

  @Test
  void silenceAsksForNothingAndNonsenseDoes() {
    var check = new SyncStep.Check();

    assertThat(failed(2).afterTrouble(check).step()).isEqualTo(new SyncStep.Pause(3, check));
    assertThat(failed(2).afterNonsense(check).step())
        .isEqualTo(new SyncStep.Pause(3, new SyncStep.Recheck(check)));
    var recheck = new SyncStep.Recheck(check);
    assertThat(failed(5).afterNonsense(recheck).step()).isEqualTo(new SyncStep.Pause(6, recheck));
  }

  @Test
  void aSessionThatIsThereGoesOnWithItsOwnKeysAndItsCount() {
    var there = failed(3).after(init(Status.OK), new SyncStep.Fetch());

    assertThat(there.step()).isEqualTo(new SyncStep.Fetch());
    assertThat(there.machine()).isEqualTo(failed(3));
    assertThat(there.machine().syncKey()).isEqualTo(OLD);
  }

  @Test
  void aSessionThatIsNotThereIsOver() {
    var gone = failed(3).after(init(Status.of(Retcode.SESSION_ENDED)), new SyncStep.Check());

    assertThat(gone.step()).isEqualTo(new SyncStep.Over(Retcode.SESSION_ENDED));
  }

  @Test
  void aRecheckThatSaysNothingEndsNothing() {
    var unsure = failed(3).after(init(Status.of(Retcode.SYSTEM_ERROR)), new SyncStep.Check());

    assertThat(unsure.step()).isEqualTo(new SyncStep.Pause(4, new SyncStep.Check()));
  }

  private SyncMachine failed(int times) {
    return new SyncMachine(OLD, OLD, times, 0);
  }

  private static Init.Reply init(Status status) {
    return Init.Reply.refused(status);
  }

  private static Sync.Reply refused(int code) {
    return Sync.Reply.refused(Status.of(new Retcode(code)));
  }

  private static Sync.Reply reply(
      List<MessageItem> news, SyncKey key, SyncKey checkKey, boolean more) {
    return new Sync.Reply(
        Status.OK,
        news,
        List.of(),
        List.of(),
        ProfileChange.NONE,
        more,
        key,
        Secret.NONE,
        checkKey);
  }

  private static SyncKey key(long val) {
    return new SyncKey(List.of(new Pair(2, val)));
  }

  @Test
  void aMessageIsNewsEvenWithoutAnId() {
    assertThat(MessageItem.NONE.id()).isEqualTo(MessageId.NONE);
    assertThat(reply(NEWS, OLD, OLD, false).isEmpty()).isFalse();
  }
}

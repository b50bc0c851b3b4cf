// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.sync;

import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.SyncKey;

/**
 * Decides each step of the sync loop from the reply to the one before, without doing any (protocol
 * reference 3.10, 3.11): fetch on every selector but 0, go on fetching while the server says that
 * there is more, check with the key just received. Trouble delays and never ends a session; only
 * the retcodes of 7.3 do.
 *
 * @param syncKey for the next fetch
 * @param checkKey for the next check
 * @param failures troubles in a row
 * @param idleFetches fetches in a row without progress though news was announced
 */
public record SyncMachine(SyncKey syncKey, SyncKey checkKey, int failures, int idleFetches) {

  /**
   * Fetches without progress before the loop slows down. One is ordinary: the news may be for
   * another device's eyes.
   */
  private static final int FREE_IDLE_FETCHES = 2;

  private static final int RECHECK_EVERY = 3;

  /** A machine and what it wants next. */
  public record Next(SyncMachine machine, SyncStep step) {}

  /** A loop that begins with this key, from init or from the store. */
  public static SyncMachine from(SyncKey syncKey) {
    return new SyncMachine(syncKey, syncKey, 0, 0);
  }

  /** A loop that goes on with the keys of a stored session. */
  public static SyncMachine from(SyncKey syncKey, SyncKey checkKey) {
    return new SyncMachine(syncKey, checkKey.isPresent() ? checkKey : syncKey, 0, 0);
  }

  /** After a check. */
  public Next after(SyncCheck.Reply reply) {
    return switch (reply.retcode().policy()) {
      case SUCCESS ->
          new Next(
              new SyncMachine(syncKey, checkKey, 0, reply.selector() == 0 ? 0 : idleFetches),
              reply.selector() == 0 ? new SyncStep.Check() : new SyncStep.Fetch());
      case SESSION_OVER -> over(reply.retcode());
      case LOGIN_REFUSED, THROTTLED, TARGET_PROBLEM -> afterTrouble(new SyncStep.Check());
      case CALL_FAILED -> afterNonsense(new SyncStep.Check());
    };
  }

  /** After a fetch whose news is stored. */
  public Next after(Sync.Reply reply) {
    return switch (reply.status().policy()) {
      case SUCCESS -> afterNews(reply);
      case SESSION_OVER -> over(reply.status().ret());
      case LOGIN_REFUSED, THROTTLED, TARGET_PROBLEM -> afterTrouble(new SyncStep.Fetch());
      case CALL_FAILED -> afterNonsense(new SyncStep.Fetch());
    };
  }

  /**
   * After a recheck. Its sync key is not taken: what lies between it and ours would be lost.
   *
   * @param then what is to be done again if there is a session
   */
  public Next after(Init.Reply reply, SyncStep then) {
    return switch (reply.status().policy()) {
      // Not counted as a success: if the same fails once more, the pauses go on growing.
      case SUCCESS -> new Next(this, then);
      case SESSION_OVER -> over(reply.status().ret());
      case LOGIN_REFUSED, THROTTLED, TARGET_PROBLEM, CALL_FAILED -> afterTrouble(then);
    };
  }

  /**
   * After an answer that makes no sense, or one that does not say what is wrong: every third
   * failure in a row raises the question whether there is a session at all (protocol reference
   * 7.3).
   */
  public Next afterNonsense(SyncStep failed) {
    boolean doubtful = (failures + 1) % RECHECK_EVERY == 0 && !(failed instanceof SyncStep.Recheck);
    return afterTrouble(doubtful ? new SyncStep.Recheck(failed) : failed);
  }

  /** After anything that failed on the way, without an answer. */
  public Next afterTrouble(SyncStep failed) {
    SyncMachine worse = new SyncMachine(syncKey, checkKey, failures + 1, idleFetches);
    return new Next(worse, new SyncStep.Pause(worse.failures, failed));
  }

  private Next afterNews(Sync.Reply reply) {
    // A key without pairs is none: the old one stays (protocol reference 3.11).
    SyncKey newKey = reply.syncKey().isPresent() ? reply.syncKey() : syncKey;
    SyncKey newCheck = reply.checkKey().isPresent() ? reply.checkKey() : newKey;
    // News with the old key would come again, a new key without news is none: neither may make a
    // loop without a pause, be it by a selector stuck at 2 or by a ContinueFlag that stays.
    boolean progress = !reply.isEmpty() && !newKey.equals(syncKey);
    int idle = progress ? 0 : idleFetches + 1;
    SyncMachine next = new SyncMachine(newKey, newCheck, 0, idle);
    SyncStep step = reply.mayContinue() ? new SyncStep.Fetch() : new SyncStep.Check();
    return new Next(
        next, idle > FREE_IDLE_FETCHES ? new SyncStep.Pause(idle - FREE_IDLE_FETCHES, step) : step);
  }

  private Next over(Retcode retcode) {
    return new Next(this, new SyncStep.Over(retcode));
  }
}

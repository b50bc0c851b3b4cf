// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.sync;

import dev.hongyan.protocol.Retcode;

/** What a sync loop does next (protocol reference 2.1). */
public sealed interface SyncStep {

  /** Wait for news: {@link SyncCheck}. */
  record Check() implements SyncStep {}

  /** Fetch the news: {@link Sync}. */
  record Fetch() implements SyncStep {}

  /**
   * The server has answered nonsense several times: ask with {@link Init} whether there still is a
   * session, and keep its keys as they are.
   *
   * @param then what failed, to be done again
   */
  record Recheck(SyncStep then) implements SyncStep {}

  /**
   * Something went wrong, or the server announces news and has none: pause, then go on.
   *
   * @param failures how many times in a row, from 1; the caller makes a delay of it
   */
  record Pause(int failures, SyncStep then) implements SyncStep {}

  /** The session is over. */
  record Over(Retcode retcode) implements SyncStep {}
}

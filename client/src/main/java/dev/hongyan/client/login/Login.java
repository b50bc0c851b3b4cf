// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.login;

import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.LoginOutcome.Way;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.session.SyncKeys;
import dev.hongyan.protocol.sync.Init;

/** What came of a login. */
public sealed interface Login {

  /**
   * There is a session.
   *
   * @param init what the server said about it
   * @param keys from where to sync
   * @param way how it came about
   */
  record Open(Session session, Init.Reply init, SyncKeys keys, Way way) implements Login {}

  /** There is none. */
  record Closed(LoginOutcome outcome) implements Login {}
}

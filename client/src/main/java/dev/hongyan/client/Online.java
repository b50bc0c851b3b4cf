// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.client.session.SyncKeys;
import dev.hongyan.client.sync.Receiver;

/** An account with a session. */
sealed interface Online {

  /** The session and what works with it. */
  Connection connection();

  /**
   * This process moves the session on.
   *
   * @param keys from where it receives
   */
  record Owner(Connection connection, Receiver receiver, SyncKeys keys) implements Online {}

  /** Another process does; this one only makes calls. */
  record Guest(Connection connection) implements Online {}
}

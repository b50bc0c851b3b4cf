// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.Switch;
import java.time.Duration;

/**
 * How long polls are held.
 *
 * @param standard for everybody whose switch says nothing else, and for login polls
 */
record Holds(Duration standard) {

  Duration of(Account account) {
    Duration own = account.switches().of(Switch.HOLD);
    return own.equals(Switch.HOLD.standard()) ? standard : own;
  }
}

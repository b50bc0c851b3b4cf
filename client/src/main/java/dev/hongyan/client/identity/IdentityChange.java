// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

import dev.hongyan.protocol.UserName;

/** What became known about who is who. */
public sealed interface IdentityChange {

  /**
   * Two ids were the same person's or room's: what is kept under the first belongs to the second.
   * The first is not used again; asked for, it leads to the second.
   */
  record Merged(StableId from, StableId into) implements IdentityChange {}

  /**
   * Somebody was taken for another: what he said in this session was put down to {@code was}, and
   * is his own. {@code was} remains the other's.
   *
   * @param who his name in this session
   */
  record Split(StableId was, StableId now, UserName who) implements IdentityChange {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Instant;

/**
 * Somebody wants to be somebody's friend, and has not been answered.
 *
 * @param asker who wants to
 * @param greeting what he says about it
 * @param scene where he met the other: 3 by a search, 14 in a room, 17 on a card (protocol
 *     reference 5.10)
 * @param ticket what a web client has to show to accept it
 */
public record FriendRequest(
    Account asker, AccountId asked, String greeting, int scene, String ticket, Instant time) {

  /** Neither the ticket nor the words. */
  @Override
  public String toString() {
    return "friend request of " + asker.name();
  }
}

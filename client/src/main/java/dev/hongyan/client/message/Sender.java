// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.message;

import dev.hongyan.client.identity.Identity;
import dev.hongyan.protocol.UserName;
import java.util.Optional;

/**
 * Who wrote a message.
 *
 * @param userName valid within this session only; nobody for a note of the service
 * @param name what to call them: our remark, or the name within the room, or their own; empty if it
 *     could not be found out
 * @param isSelf whether it was the account itself, on its phone
 * @param identity who that is across logins; empty if they are in no list that is known
 */
public record Sender(UserName userName, String name, boolean isSelf, Optional<Identity> identity) {

  /** A note of the service has no sender. */
  public static final Sender NOBODY = new Sender(UserName.NONE, "", false);

  /** Somebody of whom nothing is known beyond this session. */
  public Sender(UserName userName, String name, boolean isSelf) {
    this(userName, name, isSelf, Optional.empty());
  }

  /** The same, recognised. */
  public Sender as(Optional<Identity> newIdentity) {
    return new Sender(userName, name, isSelf, newIdentity);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.message;

import dev.hongyan.protocol.UserName;

/**
 * Who wrote a message.
 *
 * @param userName valid within this session only; nobody for a note of the service
 * @param name what to call them: our remark, or the name within the room, or their own; empty if it
 *     could not be found out
 * @param isSelf whether it was the account itself, on its phone
 */
public record Sender(UserName userName, String name, boolean isSelf) {

  /** A note of the service has no sender. */
  public static final Sender NOBODY = new Sender(UserName.NONE, "", false);
}

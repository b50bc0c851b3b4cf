// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.shape.Fields;

/**
 * From whom a message goes to whom (protocol reference 3.12).
 *
 * @param clientId the sender's own id; the same one again is the same message
 */
public record Envelope(UserName from, UserName to, ClientMessageId clientId) {

  /** Nobody's. */
  public static final Envelope NONE =
      new Envelope(UserName.NONE, UserName.NONE, ClientMessageId.NONE);

  /** The members that every message ends with. */
  Envelope pass(Fields f) {
    UserName sender = f.word("FromUserName", from, UserName::new, UserName::value);
    UserName target = f.required().word("ToUserName", to, UserName::new, UserName::value);
    String local = f.text("LocalID", clientId.value());
    String client = f.text("ClientMsgId", clientId.value());
    return new Envelope(sender, target, new ClientMessageId(client.isEmpty() ? local : client));
  }

  @Override
  public String toString() {
    return clientId + " from " + from + " to " + to;
  }
}

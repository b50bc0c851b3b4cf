// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.Call;

/** Sends a text, or forwards a location (protocol reference 3.12). */
public final class SendText {

  /** The call. */
  public static final Call<SendRequest<OutgoingText>, SendReply> CALL =
      Sending.call("webwxsendmsg", OutgoingText.SHAPE);

  private SendText() {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.Call;

/** Sends a picture (protocol reference 3.13). */
public final class SendPicture {

  /** The call. */
  public static final Call<SendRequest<OutgoingPicture>, SendReply> CALL =
      Sending.call(
          "webwxsendmsgimg",
          Sending::asynchronous,
          OutgoingPicture.SHAPE.neutral(),
          p -> OutgoingPicture.SHAPE);

  private SendPicture() {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.Call;

/** Sends an emoticon (protocol reference 3.15). */
public final class SendEmoticon {

  /** The call. */
  public static final Call<SendRequest<OutgoingEmoticon>, SendReply> CALL =
      Sending.call(
          "webwxsendemoticon",
          p -> p.constantQuery("fun", "sys"),
          OutgoingEmoticon.SHAPE.neutral(),
          p -> OutgoingEmoticon.SHAPE);

  private SendEmoticon() {}
}

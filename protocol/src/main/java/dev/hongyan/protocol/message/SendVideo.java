// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.Call;

/** Sends a video (protocol reference 3.14). */
public final class SendVideo {

  /** The call. */
  public static final Call<SendRequest<OutgoingVideo>, SendReply> CALL =
      Sending.call(
          "webwxsendvideomsg",
          Sending::asynchronous,
          OutgoingVideo.SHAPE.neutral(),
          p -> OutgoingVideo.SHAPE);

  private SendVideo() {}
}

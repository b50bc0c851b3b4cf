// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.Call;

/** Sends a file (protocol reference 3.16). */
public final class SendFile {

  /** The call. */
  public static final Call<SendRequest<OutgoingFile>, SendReply> CALL =
      Sending.call(
          "webwxsendappmsg",
          p -> {
            Sending.asynchronous(p);
            p.constantQuery("mod", p.mod());
          },
          OutgoingFile.NONE,
          p -> OutgoingFile.shape(p.mod().isEmpty() ? FileCard.WEB_APP : ""));

  private SendFile() {}
}

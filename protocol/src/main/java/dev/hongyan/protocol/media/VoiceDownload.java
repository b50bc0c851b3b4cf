// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.wire.Exchange;

/** The sound of a voice message, an MP3 (protocol reference 3.21). */
public final class VoiceDownload {

  /** The call. */
  public static final Call<StreamRequest, Media> CALL =
      Exchange.get("webwxgetvoice", HostRole.MAIN)
          .asks(StreamRequest.NONE, StreamRequest::pass)
          .answers(MediaCodec.CODEC);

  private VoiceDownload() {}
}

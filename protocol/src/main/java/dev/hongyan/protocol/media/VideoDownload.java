// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.wire.Exchange;

/** The video of a message, an MP4 (protocol reference 3.22). */
public final class VideoDownload {

  /** The call. */
  public static final Call<StreamRequest, Media> CALL =
      Exchange.get("webwxgetvideo", HostRole.MAIN)
          .asks(StreamRequest.NONE, StreamRequest::pass)
          .answers(MediaCodec.CODEC);

  private VideoDownload() {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.wire.Exchange;

/** The picture of a room (protocol reference 3.24). */
public final class HeadImageDownload {

  /** The call. */
  public static final Call<HeadImage, Media> CALL =
      HeadImage.asks(Exchange.get("webwxgetheadimg", HostRole.MAIN)).answers(MediaCodec.CODEC);

  private HeadImageDownload() {}
}

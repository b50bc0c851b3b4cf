// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.wire.Exchange;

/** The picture of a person or an official account (protocol reference 3.24). */
public final class IconDownload {

  /** The call. */
  public static final Call<HeadImage, Media> CALL =
      HeadImage.asks(Exchange.get("webwxgeticon", HostRole.MAIN)).answers(MediaCodec.CODEC);

  private IconDownload() {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.wire.Exchange;

/** The small map of a location (protocol reference 3.32). Cookies alone tell who asks. */
public final class LocationPicture {

  /** The call. */
  public static final Call<MessageId, Media> CALL =
      Exchange.get("webwxgetpubliclinkimg", HostRole.MAIN)
          .asks(
              MessageId.NONE,
              (p, id) -> {
                p.constantQuery("url", "xxx");
                String read = p.query("msgid", id.toString(), "MsgID");
                p.constantQuery("pictype", "location");
                return MediaQuery.id(read);
              })
          .answers(MediaCodec.CODEC);

  private LocationPicture() {}
}

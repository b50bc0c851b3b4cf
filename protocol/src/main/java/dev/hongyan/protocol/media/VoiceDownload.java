// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.wire.Exchange;
import java.util.Optional;

/** The sound of a voice message, an MP3 (protocol reference 3.21). */
public final class VoiceDownload {

  /** The call. */
  public static final Call<Request, Media> CALL =
      Exchange.get("webwxgetvoice", HostRole.MAIN)
          .asks(
              new Request(MessageId.NONE, Secret.NONE, Optional.empty()),
              (p, q) -> {
                String id = p.query("msgid", q.id.toString(), "MsgID", "MsgId", "NewMsgId");
                Secret skey = p.skey(q.skey);
                p.constantQuery(WebApp.MARK, p.app());
                return new Request(MediaQuery.id(id), skey, MediaQuery.range(p, q.range));
              })
          .answers(MediaCodec.CODEC);

  private VoiceDownload() {}

  /**
   * Of which message.
   *
   * @param range browsers ask for {@link ByteRange#ALL}, others for none
   */
  public record Request(MessageId id, Secret skey, Optional<ByteRange> range) {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.wire.Exchange;

/** The picture of a message, or the cover of a video (protocol reference 3.20). */
public final class PictureDownload {

  /** The call. */
  public static final Call<Request, Media> CALL =
      Exchange.get("webwxgetmsgimg", HostRole.MAIN)
          .asks(
              new Request(MessageId.NONE, Size.FULL, Secret.NONE),
              (p, q) -> {
                String id = p.query("MsgID", q.id.toString(), "msgid", "MsgId", "NewMsgId");
                Secret skey = p.skey(q.skey);
                String type = p.optionalQuery("type", q.size.word);
                p.constantQuery(WebApp.MARK, p.app());
                return new Request(MediaQuery.id(id), Size.of(type), skey);
              })
          .answers(MediaCodec.CODEC);

  private PictureDownload() {}

  /** Which of its sizes. */
  public enum Size {
    /** As it was sent. */
    FULL(""),
    /** The small one; of a video its cover. */
    THUMBNAIL("slave"),
    /** An emoticon as it moves. */
    EMOTICON("big");

    private final String word;

    Size(String word) {
      this.word = word;
    }

    private static Size of(String word) {
      return word.equals("slave") ? THUMBNAIL : word.equals("big") ? EMOTICON : FULL;
    }
  }

  /** Of which message. */
  public record Request(MessageId id, Size size, Secret skey) {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.wire.Parts;
import java.util.Optional;

/**
 * Asks for what is played, a voice or a video (protocol reference 3.21, 3.22).
 *
 * @param id of which message
 * @param range browsers ask a voice for {@link ByteRange#ALL}, others for none; of a video the
 *     service answers nothing without one
 */
public record StreamRequest(MessageId id, Secret skey, Optional<ByteRange> range) {

  static final StreamRequest NONE =
      new StreamRequest(MessageId.NONE, Secret.NONE, Optional.empty());

  /** Passes the parts of one, which are the same for all that is played. */
  static StreamRequest pass(Parts p, StreamRequest q) {
    String id = p.query("msgid", q.id.toString(), "MsgID", "MsgId", "NewMsgId");
    Secret skey = p.skey(q.skey);
    p.constantQuery(WebApp.MARK, p.app());
    return new StreamRequest(MediaQuery.id(id), skey, MediaQuery.range(p, q.range));
  }
}

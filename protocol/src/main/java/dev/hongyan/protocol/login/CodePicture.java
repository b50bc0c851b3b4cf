// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;
import dev.hongyan.protocol.wire.Unreadable;

/** The QR picture of a login uuid (protocol reference 3.2). */
public final class CodePicture {

  /** The call. */
  public static final Call<LoginUuid, Picture> CALL =
      Exchange.get("qrcode", HostRole.LOGIN)
          .at("/qrcode/")
          .withTail()
          .asks(LoginUuid.NONE, (p, uuid) -> new LoginUuid(p.tail(uuid.value())))
          .answers(new PictureCodec());

  private CodePicture() {}

  /** A picture as it comes, or nothing if the uuid is unknown. */
  public record Picture(String contentType, Body bytes) {

    /** The uuid is unknown. */
    public static final Picture NONE = new Picture("", Body.EMPTY);

    /** Whether there is a picture. */
    public boolean isPresent() {
      return bytes.length() > 0;
    }
  }

  /** The bytes are the body; no picture is a 404 (Appendix D). */
  private static final class PictureCodec implements ReplyCodec<Picture> {

    @Override
    public Picture read(WebReply reply, Findings findings) {
      String type = reply.headers().first("Content-Type").orElse("image/jpeg");
      if (reply.status() == 404) {
        return Picture.NONE;
      }
      if (reply.status() != 200 || type.startsWith("text/")) {
        throw new Unreadable("is no picture");
      }
      return reply.body().length() == 0 ? Picture.NONE : new Picture(type, reply.body());
    }

    @Override
    public WebReply write(Picture picture) {
      return picture.isPresent()
          ? new WebReply(200, Headers.NONE.and("Content-Type", picture.contentType), picture.bytes)
          : new WebReply(404, Headers.NONE, Body.EMPTY);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;

/** Asks before the upload of a large file whether the service has it (protocol reference 3.19). */
public final class CheckUpload {

  /** Bytes above which a file must be checked. */
  public static final long THRESHOLD = 25L << 20;

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.post("webwxcheckupload", HostRole.MAIN)
          .asks(
              Request.NONE,
              (p, q) -> {
                p.constantQuery("f", p.app().isEmpty() ? "" : "json");
                return p.json(Request.SHAPE, q);
              })
          .answers(ReplyCodec.json(Reply.SHAPE));

  private CheckUpload() {}

  /** Which file. */
  public record Request(
      BaseRequest base, String md5, String fileName, long size, UserName from, UserName to) {

    private static final Request NONE =
        new Request(BaseRequest.NONE, "", "", 0, UserName.NONE, UserName.NONE);

    private static final Shape<Request> SHAPE =
        new Shape<>(
            NONE,
            (f, q) -> {
              BaseRequest base = f.required().object("BaseRequest", BaseRequest.SHAPE, q.base);
              String md5 = f.required().text("FileMd5", q.md5);
              String fileName = f.text("FileName", q.fileName);
              long size = f.longNumber("FileSize", q.size);
              f.constant("FileType", 7);
              return new Request(
                  base,
                  md5,
                  fileName,
                  size,
                  f.word("FromUserName", q.from, UserName::new, UserName::value),
                  f.word("ToUserName", q.to, UserName::new, UserName::value));
            });

    /** The size only: a name is people's words. */
    @Override
    public String toString() {
      return "check of " + size + " bytes from " + from + " to " + to;
    }
  }

  /**
   * The file's id, or leave to upload it.
   *
   * @param mediaId empty if the service does not have the file
   * @param permit for the upload; its signature also for the sending
   */
  public record Reply(Status status, String mediaId, UploadPermit permit, String encodedName)
      implements Answer {

    private static final Shape<Reply> SHAPE =
        new Shape<>(
            refused(Status.OK),
            (f, r) -> {
              Status status = f.required().object("BaseResponse", Status.SHAPE, r.status);
              String mediaId = f.text("MediaId", r.mediaId);
              Secret aesKey = f.word("AESKey", r.permit.aesKey(), Secret::new, Secret::value);
              Secret signature =
                  f.word("Signature", r.permit.signature(), Secret::new, Secret::value);
              return new Reply(
                  status,
                  status.isOk() ? mediaId : "",
                  new UploadPermit(aesKey, signature),
                  f.text("EncryFileName", r.encodedName));
            });

    /** It may not be uploaded; the status says why. */
    public static Reply refused(Status status) {
      return new Reply(status, "", UploadPermit.NONE, "");
    }

    /** Whether nothing needs to be uploaded. */
    public boolean isKnown() {
      return !mediaId.isEmpty();
    }
  }
}

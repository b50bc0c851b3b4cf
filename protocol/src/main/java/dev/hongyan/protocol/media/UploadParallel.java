// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.FilePart;
import dev.hongyan.protocol.wire.ReplyCodec;

/**
 * Uploads a chunk of a large file in any order, as the file helper does after {@link CheckUpload}
 * (protocol reference 11). Known from one client.
 */
public final class UploadParallel {

  /** The call. */
  public static final Call<Request, UploadMedia.Reply> CALL =
      Exchange.post("webwxuploadmediaparallel", HostRole.FILE)
          .asks(
              Request.NONE,
              (p, q) -> {
                p.constantQuery("f", "json");
                p.constantQuery("random", FormFields.random(p));
                Request json = p.jsonPart("UploadMediaParallelRequest", Request.SHAPE, q);
                String dataTicket = p.part("webwx_data_ticket", q.dataTicket.value());
                String passTicket = p.part("pass_ticket", FormFields.decoded(q.passTicket));
                FilePart part =
                    p.filePart(
                        "filename",
                        new FilePart(q.fileName, "application/octet-stream", q.chunk.bytes()));
                return new Request(
                    json.base,
                    json.md5,
                    json.size,
                    new Chunk(json.chunk.count(), json.chunk.index(), part.bytes()),
                    json.fileName.isEmpty() ? part.fileName() : json.fileName,
                    json.permit,
                    new Secret(dataTicket),
                    new Secret(passTicket));
              })
          .answers(ReplyCodec.json(UploadMedia.Reply.SHAPE));

  private UploadParallel() {}

  /**
   * The chunk and what it belongs to.
   *
   * @param md5 of the whole file
   * @param size of the whole file
   * @param passTicket as in the credentials; decoded where a server reads it
   */
  public record Request(
      BaseRequest base,
      String md5,
      long size,
      Chunk chunk,
      String fileName,
      UploadPermit permit,
      Secret dataTicket,
      Secret passTicket) {

    private static final Request NONE =
        new Request(
            BaseRequest.NONE, "", 0, Chunk.NONE, "", UploadPermit.NONE, Secret.NONE, Secret.NONE);

    private static final Shape<Request> SHAPE =
        new Shape<>(
            NONE,
            (f, q) -> {
              BaseRequest base = f.required().object("BaseRequest", BaseRequest.SHAPE, q.base);
              String md5 = f.text("FileMD5", q.md5);
              long size = f.longNumber("TotalLen", q.size);
              int count = f.number("Chunks", q.chunk.count());
              int index = f.number("Chunk", q.chunk.index());
              String name = f.text("Name", q.fileName);
              Secret aesKey = f.word("AESKey", q.permit.aesKey(), Secret::new, Secret::value);
              Secret signature =
                  f.word("Signature", q.permit.signature(), Secret::new, Secret::value);
              return new Request(
                  base,
                  md5,
                  size,
                  new Chunk(count, index, q.chunk.bytes()),
                  name,
                  new UploadPermit(aesKey, signature),
                  Secret.NONE,
                  Secret.NONE);
            });

    /** The size only: a name is people's words. */
    @Override
    public String toString() {
      return "chunk " + chunk.index() + " of " + chunk.count() + ", file of " + size + " bytes";
    }
  }
}

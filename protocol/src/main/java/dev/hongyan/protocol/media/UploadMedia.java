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
import dev.hongyan.protocol.wire.FilePart;
import dev.hongyan.protocol.wire.ReplyCodec;

/** Uploads a file, or a chunk of one (protocol reference 3.18). */
public final class UploadMedia {

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.post("webwxuploadmedia", HostRole.FILE)
          .asks(
              Request.NONE,
              (p, q) -> {
                UploadFile file = q.file;
                p.constantQuery("f", "json");
                p.constantQuery("random", FormFields.random(p));
                p.constantPart("id", "WU_FILE_0");
                String name = p.part("name", file.name());
                String type = p.part("type", file.contentType());
                String modified =
                    p.part("lastModifiedDate", file.lastModified(), "lastModifieDate");
                long size = p.partNumber("size", file.size());
                boolean whole = q.chunk.count() == 1;
                String chunks = p.optionalPart("chunks", whole ? "" : "" + q.chunk.count());
                String index = p.optionalPart("chunk", whole ? "" : "" + q.chunk.index());
                String word = p.part("mediatype", file.mediaClass().word());
                Request json = p.jsonPart("uploadmediarequest", Request.SHAPE, q);
                String dataTicket = p.part("webwx_data_ticket", q.dataTicket.value());
                String passTicket = p.part("pass_ticket", FormFields.decoded(q.passTicket));
                FilePart part =
                    p.filePart(
                        "filename",
                        new FilePart(file.name(), FormFields.type(q.chunk, file), q.chunk.bytes()));
                return new Request(
                    json.base,
                    new UploadFile(
                        name.isEmpty() ? part.fileName() : name,
                        type,
                        modified,
                        json.file.size() == 0 ? size : json.file.size(),
                        MediaClass.of(word),
                        json.file.md5()),
                    new Chunk(
                        FormFields.number(chunks, 1), FormFields.number(index, 0), part.bytes()),
                    json.clientMediaId,
                    json.from,
                    json.to,
                    json.permit,
                    new Secret(dataTicket),
                    new Secret(passTicket));
              })
          .answers(ReplyCodec.json(Reply.SHAPE));

  private UploadMedia() {}

  /**
   * The chunk and what it belongs to.
   *
   * @param clientMediaId the same for all chunks of a file, milliseconds as a rule
   * @param from nobody from some clients
   * @param to nobody from some clients
   * @param permit only for large files
   * @param passTicket as in the credentials; decoded where a server reads it
   */
  public record Request(
      BaseRequest base,
      UploadFile file,
      Chunk chunk,
      long clientMediaId,
      UserName from,
      UserName to,
      UploadPermit permit,
      Secret dataTicket,
      Secret passTicket) {

    private static final Request NONE =
        new Request(
            BaseRequest.NONE,
            UploadFile.NONE,
            Chunk.NONE,
            0,
            UserName.NONE,
            UserName.NONE,
            UploadPermit.NONE,
            Secret.NONE,
            Secret.NONE);

    /** The JSON within the form. Whatever the chunk, it tells of the whole file. */
    private static final Shape<Request> SHAPE =
        new Shape<>(
            NONE,
            (f, q) -> {
              f.constant("UploadType", 2);
              BaseRequest base = f.required().object("BaseRequest", BaseRequest.SHAPE, q.base);
              long id = f.longNumber("ClientMediaId", q.clientMediaId);
              long size = f.longNumber("TotalLen", q.file.size());
              f.constant("StartPos", 0);
              var ignored = f.longNumber("DataLen", q.file.size());
              f.constant("MediaType", 4);
              UserName from = f.word("FromUserName", q.from, UserName::new, UserName::value);
              UserName to = f.word("ToUserName", q.to, UserName::new, UserName::value);
              String md5 = f.text("FileMd5", q.file.md5());
              String aesKey = f.optionalText("AESKey", q.permit.aesKey().value());
              String signature = f.optionalText("Signature", q.permit.signature().value());
              return new Request(
                  base,
                  new UploadFile("", "", "", size, MediaClass.DOCUMENT, md5),
                  Chunk.NONE,
                  id,
                  from,
                  to,
                  new UploadPermit(new Secret(aesKey), new Secret(signature)),
                  Secret.NONE,
                  Secret.NONE);
            });
  }

  /**
   * The media's id after the last chunk.
   *
   * @param mediaId empty for every chunk but the last, and in a refusal, whatever that carries
   * @param startPosition the file's size after the last chunk, else 0
   * @param thumbHeight of the small picture; 0 for documents
   * @param encodedName as {@link EncodedName} encodes it
   */
  public record Reply(
      Status status,
      String mediaId,
      long startPosition,
      int thumbHeight,
      int thumbWidth,
      String encodedName)
      implements Answer {

    static final Shape<Reply> SHAPE =
        new Shape<>(
            refused(Status.OK),
            (f, r) -> {
              Status status = f.required().object("BaseResponse", Status.SHAPE, r.status);
              String mediaId = f.text("MediaId", r.mediaId);
              return new Reply(
                  status,
                  // A refusal may carry the id of an older picture.
                  status.isOk() ? mediaId : "",
                  f.longNumber("StartPos", r.startPosition),
                  f.number("CDNThumbImgHeight", r.thumbHeight),
                  f.number("CDNThumbImgWidth", r.thumbWidth),
                  f.text("EncryFileName", r.encodedName));
            });

    /** A chunk has come, and there are more. */
    public static Reply next(String encodedName) {
      return new Reply(Status.OK, "", 0, 0, 0, encodedName);
    }

    /** It was not taken. */
    public static Reply refused(Status status) {
      return new Reply(status, "", 0, 0, 0, "");
    }

    /** Whether the file is there. */
    public boolean isComplete() {
      return !mediaId.isEmpty();
    }
  }
}

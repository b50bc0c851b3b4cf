// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.media.CheckUpload;
import dev.hongyan.protocol.media.Chunk;
import dev.hongyan.protocol.media.MediaClass;
import dev.hongyan.protocol.media.UploadFile;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.media.UploadParallel;
import dev.hongyan.protocol.media.UploadPermit;
import dev.hongyan.protocol.message.OutgoingPicture;
import dev.hongyan.protocol.message.SendPicture;
import dev.hongyan.server.Server;
import dev.hongyan.server.WebPage;
import dev.hongyan.server.WebPageCase;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.Violation;
import dev.hongyan.time.Randomness;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UploadEndpointTest extends WebPageCase {

  private final Person mei = cast.person("mei");
  private final byte[] content = Randomness.seeded(9).bytes(2 * Chunk.SIZE + 500);

  @Test
  void takesChunksAndGivesAnIdThatCanBeSent() throws Exception {
    UploadFile file = file("IMG_1.JPG", content);

    assertThat(upload(file, 0).mediaId()).isEmpty();
    assertThat(upload(file, 1).startPosition()).isZero();
    UploadMedia.Reply last = upload(file, 2);

    assertThat(last.mediaId()).matches("@crypt_[0-9a-f]{8}_[0-9a-f]{300,}");
    assertThat(last.startPosition()).isEqualTo(content.length);
    assertThat(last.encodedName()).isEqualTo("IMG%5F1%2EJPG");
    web.send(SendPicture.CALL, OutgoingPicture.uploaded(last.mediaId(), web.to(web.name("mei"))));
    assertThat(mei.opens(mei.messages().getLast())).isEqualTo(content);
    assertThat(breaches()).isEmpty();
  }

  @Test
  void tellsTheSizeOfTheSmallPicture() throws Exception {
    byte[] gif =
        HexFormat.of()
            .parseHex("474946383961c8006400800000000000ffffff21f90401000000002c00000000010001003b");

    UploadMedia.Reply picture = upload(request(file("a.gif", gif), new Chunk(1, 0, Body.of(gif))));

    assertThat(picture.thumbWidth()).isEqualTo(100);
    assertThat(picture.thumbHeight()).isEqualTo(50);
  }

  @Test
  void refusesWhatIsNotWhatItSays() throws Exception {
    UploadFile file = file("a.jpg", content);
    UploadFile lying = new UploadFile("a.jpg", "", "", 10, MediaClass.PICTURE, file.md5());
    byte[] other = content.clone();
    other[0]++;

    refused(request(lying, new Chunk(1, 0, Body.of(content))));
    refused(request(file, new Chunk(1, 0, Body.of(other))));
    refused(request(new UploadFile("e", "", "", 0, MediaClass.DOCUMENT, ""), Chunk.NONE));
    refused(
        request(
            new UploadFile("h", "", "", 2L << 30, MediaClass.DOCUMENT, ""),
            new Chunk(4096, 0, Body.of(new byte[10]))));
    refused(request(file, new Chunk(3, 1, Body.of(new byte[10]))));
    upload(file, 0);
    refused(request(file, new Chunk(3, 0, Body.of(new byte[Chunk.SIZE]))));

    assertThat(breaches())
        .containsExactly(
            Breach.WRONG_UPLOAD_CONTENT,
            Breach.WRONG_UPLOAD_CONTENT,
            Breach.WRONG_UPLOAD_LENGTH,
            Breach.WRONG_UPLOAD_LENGTH,
            Breach.WRONG_UPLOAD_PART,
            Breach.WRONG_UPLOAD_PART);
    assertThat(server.world().media().used()).isZero();
    assertThat(server.world().uploads().announced()).isZero();
  }

  @Test
  void largeFilesNeedAPermit() throws Exception {
    byte[] large = new byte[(26 << 20) + 1];
    UploadFile file = new UploadFile("l", "", "", large.length, MediaClass.DOCUMENT, md5(large));
    Chunk first = Chunk.of(Body.of(large), 0);
    refused(request(file, first));

    CheckUpload.Reply leave = check(file);
    UploadMedia.Reply taken = upload(request(file, first, leave.permit()));

    assertThat(leave.isKnown()).isFalse();
    assertThat(taken.status().isOk()).isTrue();
    assertThat(breaches()).containsExactly(Breach.UPLOAD_UNCHECKED);
  }

  @Test
  void aFileThatIsKnownNeedsNoUpload() throws Exception {
    mei.sendsPicture("p.jpg", content).to(cast.person("bo"));

    CheckUpload.Reply known = check(file("p.jpg", content));
    web.send(SendPicture.CALL, OutgoingPicture.uploaded(known.mediaId(), web.to(web.name("mei"))));

    assertThat(known.isKnown()).isTrue();
    assertThat(mei.opens(mei.messages().getLast())).isEqualTo(content);
  }

  @Test
  void chunksMayComeSideBySide() throws Exception {
    UploadPermit permit = check(file("f.bin", content)).permit();
    UploadMedia.Reply last = UploadMedia.Reply.next("");
    for (int index : new int[] {2, 0, 1}) {
      last =
          web.ask(
              UploadParallel.CALL,
              new UploadParallel.Request(
                  web.base(),
                  md5(content),
                  content.length,
                  Chunk.of(Body.of(content), index),
                  "f.bin",
                  permit,
                  dataTicket(),
                  web.passTicket()));
    }

    assertThat(last.isComplete()).isTrue();
    assertThat(server.world().media().find(md5(content), content.length)).isPresent();
  }

  @Test
  void withoutTheDataTicketItIsTakenAllTheSame() throws Exception {
    UploadFile file = file("a.jpg", content);
    UploadMedia.Request usual = request(file, Chunk.of(Body.of(content), 0));

    UploadMedia.Reply reply =
        upload(
            new UploadMedia.Request(
                usual.base(),
                file,
                usual.chunk(),
                usual.clientMediaId(),
                UserName.NONE,
                UserName.NONE,
                UploadPermit.NONE,
                Secret.NONE,
                usual.passTicket()));

    assertThat(reply.status().isOk()).isTrue();
    assertThat(breaches()).containsExactly(Breach.DATA_TICKET_MISSING);
  }

  @Test
  void aForeignKeyIsToldSo() throws Exception {
    new WebPage(server, "lin");

    UploadMedia.Reply reply = upload(file("a.jpg", content), 0);

    assertThat(reply.status().ret()).isEqualTo(Retcode.SESSION_ENDED);
  }

  @Test
  void aBrowserMayAskFirst() throws Exception {
    WebRequest request = web.request(UploadMedia.CALL, request(file("a", content), Chunk.NONE));
    Headers origin = Headers.NONE.and("Origin", "https://wx.qq.com");
    Headers evil = Headers.NONE.and("Origin", "https://evil.example");

    WebReply allowed = options(request, origin);
    WebReply refused = options(request, evil);

    assertThat(allowed.status()).isEqualTo(200);
    assertThat(allowed.headers().first("Access-Control-Allow-Origin"))
        .contains("https://wx.qq.com");
    assertThat(refused.headers().first("Access-Control-Allow-Origin")).isEmpty();
    assertThat(breaches()).isEmpty();
  }

  private WebReply options(WebRequest request, Headers headers) throws Exception {
    return server.handle(
        new WebRequest(
            "OPTIONS", "https", "file.wx.qq.com", request.path(), "f=json", headers, Body.EMPTY),
        Server.MEMORY);
  }

  private CheckUpload.Reply check(UploadFile file) throws InterruptedException {
    return web.ask(
        CheckUpload.CALL,
        new CheckUpload.Request(
            web.base(), file.md5(), file.name(), file.size(), web.self(), web.self()));
  }

  private UploadMedia.Reply upload(UploadFile file, int index) throws InterruptedException {
    return upload(request(file, Chunk.of(Body.of(content), index)));
  }

  private UploadMedia.Reply upload(UploadMedia.Request request) throws InterruptedException {
    return web.ask(UploadMedia.CALL, request);
  }

  private UploadMedia.Request request(UploadFile file, Chunk chunk) {
    return request(file, chunk, UploadPermit.NONE);
  }

  private UploadMedia.Request request(UploadFile file, Chunk chunk, UploadPermit permit) {
    return new UploadMedia.Request(
        web.base(),
        file,
        chunk,
        17,
        web.self(),
        web.self(),
        permit,
        dataTicket(),
        web.passTicket());
  }

  private Secret dataTicket() {
    return web.dataTicket();
  }

  private void refused(UploadMedia.Request request) throws InterruptedException {
    UploadMedia.Reply reply = upload(request);

    assertThat(reply.status().ret()).isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(reply.mediaId()).isEmpty();
  }

  private static UploadFile file(String name, byte[] bytes) {
    return new UploadFile(name, "", "", bytes.length, MediaClass.PICTURE, md5(bytes));
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private List<Breach> breaches() {
    return server.world().violations().report().list().stream().map(Violation::breach).toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other clients and the service do otherwise about media. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class MediaTest {

  private static final MessageId ID = new MessageId(8_032_000_000_000_000_001L);

  @ParameterizedTest
  @ValueSource(strings = {"MsgID", "msgid", "MsgId", "NewMsgId"})
  void aMessagesIdHasManySpellings(String name) {
    String query = "&" + name + "=8032000000000000001&skey=@crypt_1";

    assertThat(PictureDownload.CALL.read(get(query)).id()).isEqualTo(ID);
    assertThat(VoiceDownload.CALL.read(get(query)).id()).isEqualTo(ID);
    assertThat(VideoDownload.CALL.read(get(query)).id()).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MsgID=", "MsgID=x", "MsgID=-1", "MsgID=99999999999999999999"})
  void whatIsNoIdIsNobodys(String query) {
    assertThat(PictureDownload.CALL.read(get(query)).id()).isEqualTo(MessageId.NONE);
  }

  @Test
  void aFileIsAskedForByHalfOfTheParameters() {
    var file = FileDownload.CALL.read(get("sender=@a&mediaid=@crypt_2&filename=a%20b%2Ec"));

    assertThat(file.mediaId()).isEqualTo("@crypt_2");
    assertThat(EncodedName.decode(file.encodedName())).isEqualTo("a b.c");
    assertThat(file.dataTicket()).isEqualTo(Secret.NONE);
  }

  @Test
  void aPersonsNameHasTwoSpellings() {
    assertThat(IconDownload.CALL.read(get("userName=@a&skey=")).userName().value()).isEqualTo("@a");
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-, 0", "bytes=3-9, 3"})
  void aRangeIsRead(String header, long first) {
    WebRequest plain = get("msgid=1");
    WebRequest ranged = with(plain, Headers.NONE.and("range", header));

    assertThat(VideoDownload.CALL.read(ranged).range()).map(ByteRange::first).contains(first);
    assertThat(VideoDownload.CALL.read(plain).range()).isEmpty();
  }

  @Test
  void nothingIsNoMedia() {
    assertThat(PictureDownload.CALL.reply(reply(200, Headers.NONE, "")).isPresent()).isFalse();
  }

  @Test
  void aPageIsNoMediaUnlessItIsAFile() {
    Headers page = Headers.NONE.and("Content-Type", "text/html; charset=utf-8");
    Headers file = page.and("Content-Disposition", "attachment; filename=a.html");

    malformed(PictureDownload.CALL, reply(200, page, "<html>"));
    malformed(FileDownload.CALL, reply(200, page, "<html>"));
    assertThat(FileDownload.CALL.reply(reply(200, file, "<html>")).about().fileName())
        .isEqualTo("a.html");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 404, 416, 502})
  void anyOtherStatusIsMalformed(int status) {
    malformed(VideoDownload.CALL, reply(status, Headers.NONE, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bytes 0-2/9", "bytes 0-4/9", "bytes */9"})
  void aPartThatIsNotWhatItSaysIsMalformed(String range) {
    malformed(VideoDownload.CALL, reply(206, Headers.NONE.and("Content-Range", range), "0123"));
  }

  @Test
  void aPartSaysWhichItIs() {
    Headers headers = Headers.NONE.and("Content-Range", "bytes 2-5/9");

    assertThat(VideoDownload.CALL.reply(reply(206, headers, "2345")).range())
        .contains(new ContentRange(2, 5, 9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "attachment; filename=\"a b.c\" | a b.c",
        "attachment;filename=图.c | 图.c",
        "attachment; filename=\"%E5%9B%BE.c\" | 图.c",
        "attachment; filename=\"x\"; filename*=UTF-8''%E5%9B%BE.c | 图.c",
        "attachment; filename=\"a\\\"b\" | a\"b",
        "attachment; filename=\"../../x\" | ../../x",
        "attachment; filename= | ``",
        "attachment | ``",
        "inline; filename=\"open | \"open"
      })
  void aNameIsReadInEveryForm(String disposition, String name) {
    Headers headers = Headers.NONE.and("Content-Disposition", disposition);

    assertThat(FileDownload.CALL.reply(reply(200, headers, "x")).about().fileName())
        .isEqualTo(name);
  }

  @Test
  void aPartOfAWholeIsCutOut() {
    Media part = Media.of("a/b", Body.of("0123456789"), new ContentRange(2, 5, 10));

    assertThat(part.bytes()).isEqualTo(Body.of("2345"));
  }

  @Test
  void chunksMakeTheFile() {
    Body file = Body.of(new byte[2 * Chunk.SIZE + 13]);

    assertThat(Chunk.count(0)).isEqualTo(1);
    assertThat(Chunk.count(Chunk.SIZE)).isEqualTo(1);
    assertThat(Chunk.of(file, 0)).isEqualTo(new Chunk(3, 0, Body.of(new byte[Chunk.SIZE])));
    Chunk last = Chunk.of(file, 2);
    assertThat(last.bytes().length()).isEqualTo(13);
    assertThat(last.isLast()).isTrue();
    assertThat(last.position()).isEqualTo(1_048_576);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Chunk.of(file, 3));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Chunk.of(file, -1));
  }

  /** One recorded length of the real service. */
  @Test
  void anIntermediateAnswerHas162Bytes() {
    var next = UploadMedia.Reply.next(EncodedName.encode("IMG_1002.JPG"));

    assertThat(UploadMedia.CALL.answer(next).body().length()).isEqualTo(162);
  }

  /** A throttled upload was seen to answer with the id of an older picture. */
  @Test
  void aRefusalHasNoMediaId() {
    String body = "{\"BaseResponse\":{\"Ret\":1205},\"MediaId\":\"@crypt_old\"}";

    assertThat(UploadMedia.CALL.reply(reply(200, Headers.NONE, body)).isComplete()).isFalse();
    assertThat(CheckUpload.CALL.reply(reply(200, Headers.NONE, body)).isKnown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "IMG_1002.JPG, IMG%5F1002%2EJPG",
    "a-b c, a%2Db%20c",
    "图, %E5%9B%BE",
    "'', ''",
    "100%, 100%25"
  })
  void namesAreEncodedStrictly(String name, String encoded) {
    assertThat(EncodedName.encode(name)).isEqualTo(encoded);
    assertThat(EncodedName.decode(encoded)).isEqualTo(name);
  }

  @Test
  void anAddressOfAPictureIsRead() {
    Secret skey = new Secret("@crypt_mine");
    String address = "/cgi-bin/mmwebwx-bin/webwxgeticon?seq=62&username=@a&chatroomid=@b&skey=";

    HeadImage image = HeadImage.ofAddress(address, skey).orElseThrow();

    assertThat(image.version()).isEqualTo(62);
    assertThat(image.userName().value()).isEqualTo("@a");
    assertThat(image.room()).isEqualTo("@b");
    assertThat(image.skey()).isEqualTo(skey);
    assertThat(HeadImage.ofAddress(address + "@crypt_its", skey).orElseThrow().skey())
        .isEqualTo(new Secret("@crypt_its"));
    assertThat(HeadImage.ofAddress("", skey)).isEmpty();
    assertThat(HeadImage.ofAddress("https://a.example/?b=c", skey)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a.JPG, PICTURE",
    "a.jpeg, PICTURE",
    "a.png, PICTURE",
    "a.gif, DOCUMENT",
    "a.MP4, VIDEO",
    "a.mp3, DOCUMENT",
    "jpg.txt, DOCUMENT"
  })
  void theNameTellsTheClass(String name, MediaClass expected) {
    assertThat(MediaClass.ofName(name)).isEqualTo(expected);
    assertThat(MediaClass.of(expected.word())).isEqualTo(expected);
  }

  private static void malformed(Call<?, Media> call, WebReply reply) {
    assertThatExceptionOfType(MalformedReplyException.class).isThrownBy(() -> call.reply(reply));
  }

  private static WebReply reply(int status, Headers headers, String body) {
    return new WebReply(status, headers, Body.of(body));
  }

  private static WebRequest get(String query) {
    return new WebRequest("GET", "https", "wx.qq.com", "/", query, Headers.NONE, Body.EMPTY);
  }

  private static WebRequest with(WebRequest r, Headers headers) {
    return new WebRequest(
        r.method(), r.scheme(), r.authority(), r.path(), r.query(), headers, r.body());
  }
}

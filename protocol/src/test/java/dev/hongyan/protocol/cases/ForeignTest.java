// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.MalformedRequestException;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.contact.ContactOperation;
import dev.hongyan.protocol.contact.VerifyContact;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.message.RecallMessage;
import dev.hongyan.protocol.message.SendEmoticon;
import dev.hongyan.protocol.message.SendFile;
import dev.hongyan.protocol.message.SendVideo;
import dev.hongyan.protocol.room.ChangeRoom;
import dev.hongyan.protocol.room.CreateRoom;
import dev.hongyan.protocol.room.RoomChange;
import dev.hongyan.protocol.room.RoomMemberStatus;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other clients send, and what the service answered to them. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class ForeignTest {

  @Test
  void aFilesTypeMayBeAText() {
    var file =
        SendFile.CALL.read(
            post(
                "",
                """
                {"BaseRequest":{},"Msg":{"Type":"6","Content":"<title>a&b.c</title>\
                <totallen>13</totallen><attachid>@m</attachid><fileext>c</fileext>",\
                "ToUserName":"@a","LocalID":17,"ClientMsgId":17}}\
                """));

    assertThat(file.message().card().title()).isEqualTo("a&b.c");
    assertThat(file.message().card().totalLength()).isEqualTo(13);
    assertThat(file.message().envelope().clientId().value()).isEqualTo("17");
    assertThat(file.isForwarded()).isFalse();
  }

  @Test
  void anEmoticonMayHaveTheTypeOfAText() {
    var emoticon =
        SendEmoticon.CALL.read(
            post(
                "fun=sys",
                """
                {"BaseRequest":{},"Msg":{"Type":1,"MediaId":"@m","ToUserName":"@a"},"Scene":0}\
                """));

    assertThat(emoticon.message().mediaId()).isEqualTo("@m");
  }

  @Test
  void aVideosTicketMayBeItsName() {
    var video =
        SendVideo.CALL.read(
            post(
                "fun=async&f=json&pass_ticket=pass_ticket",
                """
                {"BaseRequest":{},"Msg":{"Type":43,"MediaId":"@m","ToUserName":"@a"}}\
                """));

    assertThat(video.passTicket().value()).isEqualTo("pass_ticket");
    assertThat(video.message().isShort()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"8032000000000000001\"", "8032000000000000001"})
  void aRecalledIdIsATextOrANumber(String id) {
    var recall =
        RecallMessage.CALL.read(
            post("", "{\"BaseRequest\":{},\"SvrMsgId\":" + id + ",\"ToUserName\":\"@a\"}"));

    assertThat(recall.id()).hasToString("8032000000000000001");
  }

  @Test
  void aPinWithoutARemarkErasesIt() {
    var pin =
        ContactOperation.CALL.read(
            post("", "{\"BaseRequest\":{},\"UserName\":\"@a\",\"CmdId\":3,\"OP\":1}"));

    assertThat(pin.isPinned()).isTrue();
    assertThat(pin.remark()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'[33]', 33", "33, 33", "'[33,\"x\",null]', 33", "'[]', ''", "null, ''"})
  void scenesAreNumbersInAList(String wire, String scenes) {
    var body =
        "{\"BaseRequest\":{},\"Opcode\":3,\"VerifyUserList\":[{\"Value\":\"@a\"}],\"SceneList\":"
            + wire
            + "}";

    assertThat(VerifyContact.CALL.read(post("", body)).scenes())
        .hasToString(scenes.isEmpty() ? "[]" : "[" + scenes + "]");
  }

  @Test
  void aListOfMembersHasCommas() {
    var change =
        ChangeRoom.CALL.read(
            post(
                "fun=addmember",
                """
                {"BaseRequest":{},"ChatRoomName":"@@r","AddMemberList":"@a,@b,"}\
                """));

    assertThat(change.change())
        .isEqualTo(new RoomChange.Add(List.of(new UserName("@a"), new UserName("@b"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fun=", "fun=explode", "lang=zh_CN"})
  void aChangeThatIsNoneIsMalformed(String query) {
    String body = "{\"BaseRequest\":{},\"ChatRoomName\":\"@@r\"}";

    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> ChangeRoom.CALL.read(post(query, body)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, Everything is OK, @@r, true",
    "-2013, '', @@r, true",
    "0, <e><Content>failed</Content></e>, '', false",
    "-2013, '', '', false",
    "1, too frequent, '', false",
    "1, too frequent, @@r, false"
  })
  void aRoomIsThereIfItHasAName(int ret, String text, String name, boolean created) {
    String body =
        "{\"BaseResponse\":{\"Ret\":%d,\"ErrMsg\":\"%s\"},\"ChatRoomName\":\"%s\"}"
            .formatted(ret, text, name);

    var reply = CreateRoom.CALL.reply(new WebReply(200, Headers.NONE, Body.of(body)));

    assertThat(reply.isCreated()).isEqualTo(created);
    assertThat(reply.status()).isEqualTo(new Status(new Retcode(ret), text));
  }

  @ParameterizedTest
  @CsvSource({"0, FINE", "3, BLOCKED_YOU", "4, NO_FRIEND", "7, UNKNOWN"})
  void aMembersStatusHasAName(int status, RoomMemberStatus expected) {
    String body =
        "{\"BaseResponse\":{\"Ret\":0},\"MemberList\":[{\"UserName\":\"@a\",\"MemberStatus\":%d}]}"
            .formatted(status);

    var reply = ChangeRoom.CALL.reply(new WebReply(200, Headers.NONE, Body.of(body)));

    assertThat(RoomMemberStatus.of(reply.members().getFirst())).isEqualTo(expected);
  }

  /** Half of the parts, the date misspelled, the file first, numbers as texts. */
  @Test
  void anUploadMayLackNearlyEverything() {
    String form =
        """
        --b
        Content-Disposition: form-data; name="filename"; filename="a.JPG"
        Content-Type: image/jpeg

        0123456789abc
        --b
        Content-Disposition: form-data; name="uploadmediarequest"

        {"BaseRequest":{"Uin":"7"},"ClientMediaId":"170000","TotalLen":"13","DataLen":13}
        --b
        Content-Disposition: form-data; name="lastModifieDate"

        yesterday
        --b
        Content-Disposition: form-data; name="pass_ticket"

        undefined
        --b
        Content-Disposition: form-data; name="mediatype"

        pic
        --b--
        """
            .replace("\n", "\r\n");

    var upload = UploadMedia.CALL.read(form(form));

    assertThat(upload.file().name()).isEqualTo("a.JPG");
    assertThat(upload.file().lastModified()).isEqualTo("yesterday");
    assertThat(upload.file().size()).isEqualTo(13);
    assertThat(upload.clientMediaId()).isEqualTo(170_000);
    assertThat(upload.chunk().isLast()).isTrue();
    assertThat(upload.chunk().bytes()).isEqualTo(Body.of("0123456789abc"));
    assertThat(upload.from()).isEqualTo(UserName.NONE);
    assertThat(upload.dataTicket().isPresent()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"BaseRequest\":1}", "[", "x"})
  void anUploadWithoutItsRequestIsMalformed(String json) {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"uploadmediarequest\"\r\n\r\n"
            + json
            + "\r\n--b--\r\n";

    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> UploadMedia.CALL.read(form(form)));
  }

  private static WebRequest post(String query, String body) {
    return new WebRequest("POST", "https", "wx.qq.com", "/", query, Headers.NONE, Body.of(body));
  }

  private static WebRequest form(String body) {
    Headers headers = Headers.NONE.and("Content-Type", "multipart/form-data; boundary=b");
    return new WebRequest("POST", "https", "wx.qq.com", "/", "", headers, Body.of(body));
  }
}

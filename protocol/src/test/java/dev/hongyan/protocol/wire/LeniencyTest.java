// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.cases.RecordedFindings;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.login.PushLogin;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.sync.Sync;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The type instability of protocol reference 6.3 and the dirt of 6.2. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class LeniencyTest {

  private final RecordedFindings findings = new RecordedFindings();

  @ParameterizedTest
  @ValueSource(strings = {"2450346660", "\"2450346660\"", "\" 2450346660 \"", "2450346660.0"})
  void readsAUinInEveryForm(String uin) {
    String body =
        "{\"BaseRequest\":{\"Uin\":" + uin + "},\"Msg\":{\"Content\":\"\",\"ToUserName\":\"@a\"}}";

    assertThat(SendText.CALL.read(post(body)).base().uin()).isEqualTo(2_450_346_660L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"LocalID\":17,\"ClientMsgId\":17",
        "\"LocalID\":\"17\",\"ClientMsgId\":\"17\"",
        "\"LocalID\":17",
        "\"ClientMsgId\":17,\"type\":1"
      })
  void readsAClientsIdInEveryForm(String ids) {
    String body =
        "{\"BaseRequest\":{},\"Msg\":{\"Content\":\"\",\"ToUserName\":\"@a\"," + ids + "}}";

    assertThat(SendText.CALL.read(post(body)).message().envelope().clientId().value())
        .isEqualTo("17");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"MsgId\":\"1159549798484970886\"",
        "\"MsgId\":1159549798484970886",
        "\"NewMsgId\":1159549798484970886",
        "\"MsgId\":\"\",\"NewMsgId\":1159549798484970886",
        "\"MsgId\":null,\"NewMsgId\":\"1159549798484970886\""
      })
  void readsAMessagesIdExactlyInEveryForm(String id) {
    assertThat(message(id).id()).isEqualTo(new MessageId(1_159_549_798_484_970_886L));
  }

  @Test
  void keepsTheBitsOfAnIdOf64UnsignedBits() {
    var id = message("\"MsgId\":\"18446744073709551615\"").id();

    assertThat(id).hasToString("18446744073709551615");
  }

  @ParameterizedTest
  @CsvSource({"'\"\"', ''", "'\"13\"', 13", "13, 13", "null, ''"})
  void readsAFileSizeInEveryForm(String wire, String size) {
    assertThat(message("\"FileSize\":" + wire).media().fileSize()).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({"'\"\"', ''", "'\"0\"', ''", "0, ''", "'\"@a1\"', @a1"})
  void readsARoomsOtherIdInEveryForm(String wire, String id) {
    assertThat(contact("\"EncryChatRoomId\":" + wire).room().encryptedId()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147584103", "\"2147584103\"", "2.147584103e9"})
  void readsAttributesBeyond32Bits(String wire) {
    assertThat(contact("\"AttrStatus\":" + wire).traits().attributes()).isEqualTo(2_147_584_103L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"MemberList\":null",
        "\"MemberList\":\"\"",
        "\"MemberList\":0",
        "\"MemberList\":{}",
        "\"MemberList\":[null,1,\"x\",[]]"
      })
  void readsAListThatIsNone(String wire) {
    assertThat(contact(wire).room().members()).allMatch(m -> !m.userName().isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"UserName\":\"@a\"},{\"UserName\":\"@b\"}]",
        "{\"0\":{\"UserName\":\"@a\"},\"1\":{\"UserName\":\"@b\"}}"
      })
  void readsAListWithNumberedMembers(String list) {
    var batch = ContactBatch.CALL.read(post("{\"BaseRequest\":{},\"List\":" + list + "}"));

    assertThat(batch.entries())
        .extracting(ContactBatch.Entry::userName)
        .containsExactly(new UserName("@a"), new UserName("@b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "\"0\"", "0.0", "false"})
  void readsSuccessInEveryForm(String ret) {
    assertThat(page("{\"BaseResponse\":{\"Ret\":" + ret + "}}").status().isOk()).isTrue();
  }

  /** Read as the fallback, each of these would mean success. */
  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"x\"", "[]", "{}", "99999999999", "1e99", "NaN"})
  void aRetThatIsNoneIsMalformed(String ret) {
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> page("{\"BaseResponse\":{\"Ret\":" + ret + "}}"))
        .satisfies(e -> assertThat(e.field()).isIn("BaseResponse.Ret", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "{}, BaseResponse",
    "{\"BaseResponse\":[]}, BaseResponse",
    "{\"BaseResponse\":null}, BaseResponse",
    "{\"BaseResponse\":{}}, BaseResponse.Ret",
    "{\"BaseResponse\":{\"Ret\":0}}, SyncKey"
  })
  void aMissingRequiredMemberIsNamed(String body, String field) {
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> Sync.CALL.reply(reply(body)))
        .satisfies(e -> assertThat(e.field()).isEqualTo(field))
        .withMessageStartingWith("webwxsync: " + field + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0\"", "0"})
  void readsThePushLoginsRetInBothForms(String ret) {
    var push = PushLogin.CALL.reply(reply("{\"ret\":" + ret + ",\"uuid\":\"a==\"}"));

    assertThat(push.isOk()).isTrue();
  }

  @Test
  void oneBadContactDoesNotTakeTheOthersWithIt() {
    var page =
        ContactPage.CALL.reply(
            reply(
                "{\"BaseResponse\":{\"Ret\":0},\"MemberList\":[{\"NickName\":\"nobody\"},"
                    + "7,{\"UserName\":\"@a\",\"NickName\":[]}]}"),
            findings);

    assertThat(page.contacts()).extracting(Contact::userName).containsExactly(new UserName("@a"));
    assertThat(findings.repaired())
        .containsExactly(
            "MemberList[0].UserName: is missing, its item left out",
            "MemberList[1]: an item that is no object left out",
            "MemberList[2].NickName: list in place of a text replaced");
  }

  @Test
  void ofAMemberWrittenTwiceTheLastCounts() {
    var page =
        ContactPage.CALL.reply(
            reply(
                "{\"Seq\":1,\"BaseResponse\":{\"Ret\":0},\"Seq\":2,\"MemberList\":[],\"Seq\":3}"));

    assertThat(page.seq()).isEqualTo(3);
  }

  @Test
  void tellsWhatIsUnknownWithItsPath() {
    ContactPage.CALL.reply(
        reply(
            "{\"BaseResponse\":{\"Ret\":0,\"New\":1},\"MemberList\":[{\"UserName\":\"@a\","
                + "\"MemberList\":[{\"Colour\":{}}]}],\"x\":null}"),
        findings);

    assertThat(findings.unknown())
        .containsExactly("BaseResponse.New", "MemberList[0].MemberList[0].Colour", "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"a\u0001b\"; a\u0001b",
        "\"a\tb\"; a\tb",
        "\"a\\qb\"; aqb",
        "\"a\\'b\"; a'b",
        "\"a\\u0000b\"; a\u0000b",
        "\"\\ud83d\\ude00\"; \uD83D\uDE00"
      })
  void readsDirtyTexts(String wire, String text) {
    assertThat(contact("\"NickName\":" + wire).names().nickName()).isEqualTo(text);
  }

  @Test
  void keepsHalfACharacterOnItsWayThere() {
    String half = "x\uD83Dy\uDE00";
    var batch =
        ContactBatch.CALL.answer(
            new ContactBatch.Reply(
                dev.hongyan.protocol.Status.OK,
                List.of(contact("\"NickName\":\"x\\ud83dy\\ude00\""))));

    assertThat(batch.body().text()).contains("\"x\\ud83dy\\ude00\"");
    assertThat(ContactBatch.CALL.reply(batch).contacts().getFirst().names().nickName())
        .isEqualTo(half);
  }

  @Test
  void replacesACharacterThatIsCutInTheMiddle() {
    byte[] name = "梅".getBytes(StandardCharsets.UTF_8);
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        "{\"BaseResponse\":{\"Ret\":0},\"MemberList\":[{\"UserName\":\"@a\""
            .getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(",\"NickName\":\"x".getBytes(StandardCharsets.UTF_8));
    bytes.write(name, 0, 2);
    bytes.writeBytes("\"}]}".getBytes(StandardCharsets.UTF_8));

    var page =
        ContactPage.CALL.reply(
            new WebReply(200, Headers.NONE, Body.of(bytes.toByteArray())), findings);

    assertThat(page.contacts().getFirst().names().nickName()).isEqualTo("x\uFFFD");
    assertThat(findings.repaired()).containsExactly(": broken JSON or UTF-8 read all the same");
  }

  @Test
  void readsBehindAByteOrderMarkAndBeforeATrail() {
    page("\uFEFF{\"BaseResponse\":{\"Ret\":0}}<!-- served by -->", findings);

    assertThat(findings.repaired())
        .containsExactly(": byte order mark removed", ": text after the end ignored");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "7",
        "\"x\"",
        "<html><body>502</body></html>",
        "{\"BaseResponse\":{\"Ret\":0}",
        "{\"BaseResponse\":{\"Ret\":0},",
        "{BaseResponse}"
      })
  void whatIsNoObjectIsMalformed(String body) {
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> page(body))
        .withMessageStartingWith("webwxgetcontact: ");
  }

  /** Parsers quote what they cannot read; an error text must not. */
  @Test
  void anErrorQuotesNothingThatArrived() {
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> page("{\"SKey\": crypt_secret}"))
        .withNoCause()
        .withMessageNotContaining("crypt_secret");
  }

  @Test
  void aRefusalMayLackEverythingElse() {
    var refused = Sync.CALL.reply(reply("{\"BaseResponse\":{\"Ret\":1101,\"ErrMsg\":\"\"}}"));

    assertThat(refused.status().ret()).isEqualTo(Retcode.SESSION_ENDED);
    assertThat(refused.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, 0", "1700000000, 1700000000", "4294967295, 4294967295", "4294967296, 0"})
  void readsOnlyTimesThatCanBe(String wire, long seconds) {
    assertThat(message("\"CreateTime\":" + wire).created().getEpochSecond()).isEqualTo(seconds);
  }

  /** One client of the file helper looks for messages in a second list (11). */
  @Test
  void readsMessagesFromBothLists() {
    String head = "{\"BaseResponse\":{\"Ret\":0},\"SyncKey\":{\"Count\":0,\"List\":[]},";

    var news =
        Sync.CALL.reply(
            reply(head + "\"AddMsgList\":[{\"MsgId\":\"1\"}],\"MsgList\":[{\"MsgId\":\"2\"}]}"));
    var late = Sync.CALL.reply(reply(head + "\"MsgList\":[{\"MsgId\":\"3\"}]}"));

    assertThat(news.messages()).extracting(item -> item.id().value()).containsExactly(1L, 2L);
    assertThat(late.messages()).extracting(item -> item.id().value()).containsExactly(3L);
  }

  private MessageItem message(String members) {
    return Sync.CALL
        .reply(
            reply(
                "{\"BaseResponse\":{\"Ret\":0},\"SyncKey\":{\"Count\":0,\"List\":[]},"
                    + "\"AddMsgList\":[{"
                    + members
                    + "}]}"))
        .messages()
        .getFirst();
  }

  private static Contact contact(String members) {
    return page("{\"BaseResponse\":{\"Ret\":0},\"MemberList\":[{\"UserName\":\"@a\""
            + (members.isEmpty() ? "" : ",")
            + members
            + "}]}")
        .contacts()
        .getFirst();
  }

  private static ContactPage.Reply page(String body) {
    return ContactPage.CALL.reply(reply(body));
  }

  private static void page(String body, RecordedFindings findings) {
    ContactPage.CALL.reply(reply(body), findings);
  }

  private static WebReply reply(String body) {
    return new WebReply(200, Headers.NONE, Body.of(body));
  }

  private static WebRequest post(String body) {
    return new WebRequest("POST", "https", "wx.qq.com", "/", "", Headers.NONE, Body.of(body));
  }
}

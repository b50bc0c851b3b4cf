// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replies as people save them, and as the service really sends them (protocol reference 6). */
@Timeout(60)
class DecodeTest {

  private static final String SENT =
      """
      {
      "BaseResponse": {
      "Ret": 0,
      "ErrMsg": ""
      }
      ,
      "MsgID": "8032000000000000001",
      "LocalID": "15462115550010123"
      }
      """;

  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n";

  private static CommandRun run(String call, byte[] bytes) {
    return new CommandRun.Setting().reading(bytes).run("decode", call, "--json");
  }

  private static JsonNode decode(String call, byte[] bytes) {
    CommandRun run = run(call, bytes);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.lines()).hasSize(1);
    return JsonMapper.shared().readTree(run.out());
  }

  private static JsonNode decode(String call, String text) {
    return decode(call, bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] chunked(byte[] bytes, String lineEnd) {
    int half = bytes.length / 2;
    return join(
        bytes(Integer.toHexString(half) + ";note=1" + lineEnd),
        Arrays.copyOf(bytes, half),
        bytes(lineEnd + Integer.toHexString(bytes.length - half) + lineEnd),
        Arrays.copyOfRange(bytes, half, bytes.length),
        bytes(lineEnd + "0" + lineEnd + lineEnd));
  }

  private static void assertSent(JsonNode decoded) {
    assertThat(decoded.get("ok").asBoolean()).isTrue();
    assertThat(decoded.get("ret").asInt()).isZero();
    assertThat(decoded.get("value").get("id").isString()).isTrue();
    assertThat(decoded.get("value").get("id").asString()).isEqualTo("8032000000000000001");
  }

  @Test
  void aCleanReplyHasNothingOdd() {
    JsonNode decoded = decode("webwxsendmsg", SENT);

    assertSent(decoded);
    assertThat(decoded.get("call").asString()).isEqualTo("webwxsendmsg");
    assertThat(decoded.get("unknown")).isEmpty();
    assertThat(decoded.get("repairs")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\n\n",
        "HTTP/1.0 200\r\nServer: x\r\n\r\n",
        "HTTP/2 200 \r\ncontent-type: text/plain\r\n\r\n",
        "\r\n\r\nHTTP/1.1 200 OK\r\nno colon here\r\n folded\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\n",
        "HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 20\r\nContent-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
      })
  void wholeMessagesAreToldByThemselves(String head) {
    assertSent(decode("webwxsendmsg", head + SENT));
  }

  @Test
  void readsNoFurtherThanTheMessage() {
    String first = HEAD + "Content-Length: " + SENT.length() + "\r\n\r\n" + SENT;

    JsonNode decoded = decode("webwxsendmsg", first + "HTTP/1.1 200 OK\r\n\r\n<html>");

    assertSent(decoded);
    assertThat(decoded.get("repairs")).isEmpty();
  }

  @Test
  void joinsChunks() {
    byte[] head = bytes(HEAD + "Transfer-Encoding: chunked\r\n\r\n");

    assertSent(decode("webwxsendmsg", join(head, chunked(bytes(SENT), "\r\n"))));
    assertSent(decode("webwxsendmsg", join(head, chunked(bytes(SENT), "\n"))));
  }

  @Test
  void unpacksWhateverTheHeadersSay() throws IOException {
    byte[] packed = gzip(bytes(SENT));
    byte[] honest = bytes(HEAD + "Content-Encoding: gzip\r\n\r\n");
    byte[] inChunks = bytes(HEAD + "content-encoding: GZIP\r\ntransfer-encoding: chunked\r\n\r\n");

    JsonNode decoded = decode("webwxsendmsg", join(honest, packed));
    assertSent(decoded);
    assertThat(decoded.get("repairs")).isEmpty();
    assertSent(decode("webwxsendmsg", packed));
    assertSent(decode("webwxsendmsg", join(bytes(HEAD + "\r\n"), packed)));
    assertSent(decode("webwxsendmsg", join(inChunks, chunked(packed, "\r\n"))));
    assertSent(decode("webwxsendmsg", gzip(packed)));
  }

  @Test
  void inflates() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(bytes(SENT));
    }

    byte[] head = bytes(HEAD + "Content-Encoding: deflate\r\n\r\n");
    assertSent(decode("webwxsendmsg", join(head, packed.toByteArray())));
    assertSent(decode("webwxsendmsg", join(head, bytes(SENT))));
  }

  @Test
  void marksOfByteOrderMeanNothing() {
    assertSent(decode("webwxsendmsg", "\uFEFF" + SENT));
    assertSent(decode("webwxsendmsg", "\uFEFF" + HEAD + "\r\n" + SENT));
    assertSent(decode("webwxsendmsg", HEAD + "\r\n\uFEFF" + SENT));
    assertSent(decode("webwxsendmsg", ("\uFEFF" + SENT).getBytes(StandardCharsets.UTF_16LE)));
    assertSent(decode("webwxsendmsg", ("\uFEFF" + SENT).getBytes(StandardCharsets.UTF_16BE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"BaseResponse\":{\"Ret\":\"0\"},\"MsgID\":8032000000000000001}",
        "{\"BaseResponse\":{\"Ret\":0.0,\"ErrMsg\":null},\"MsgID\":\"8032000000000000001\",}",
        "{BaseResponse:{Ret:0},MsgID:'8032000000000000001'}",
        "{\"BaseResponse\":{\"Ret\":0,\"ErrMsg\":\"a\tb\"},\"MsgID\":\"8032000000000000001\"} tail",
        "{\"BaseResponse\":{\"Ret\":false},\"MsgID\":\"8032000000000000001\",\"LocalID\":15}",
      })
  void mendsDirtAndSaysSo(String dirty) {
    JsonNode decoded = decode("webwxsendmsg", dirty);

    assertSent(decoded);
    assertThat(decoded.get("repairs").size() + decoded.get("unknown").size())
        .isGreaterThanOrEqualTo(dirty.contains("'") || dirty.contains("\t") ? 0 : 1);
  }

  @Test
  void brokenCharactersAreReplaced() {
    byte[] cut =
        join(bytes("{\"BaseResponse\":{\"Ret\":1,\"ErrMsg\":\"梅"), new byte[] {(byte) 0xE6});

    JsonNode decoded = decode("webwxsendmsg", join(cut, bytes("\"}}")));

    assertThat(decoded.get("ok").asBoolean()).isFalse();
    assertThat(decoded.get("value").get("status").get("text").asString()).isEqualTo("梅\uFFFD");
    assertThat(decoded.get("repairs")).isNotEmpty();
  }

  @Test
  void namesFieldsThatAreUnknownOnce() {
    String contact = "{\"UserName\":\"@a1\",\"NickName\":\"梅\",\"Colour\":1,\"Sex\":\"2\"}";

    JsonNode decoded =
        decode(
            "webwxgetcontact",
            "{\"BaseResponse\":{\"Ret\":0,\"ErrMsg\":\"\"},\"MemberCount\":2,\"MemberList\":["
                + contact
                + ","
                + contact
                + "],\"Seq\":0,\"New\":{}}");

    assertThat(decoded.get("unknown").toString()).isEqualTo("[\"MemberList[].Colour\",\"New\"]");
    assertThat(decoded.get("repairs").get(0).get("field").asString()).isEqualTo("MemberList[].Sex");
    assertThat(decoded.get("repairs").get(0).get("times").asInt()).isEqualTo(2);
    assertThat(decoded.get("value").get("contacts")).hasSize(2);
  }

  @Test
  void aRefusalIsAnAnswer() {
    JsonNode decoded = decode("webwxsync", "{\"BaseResponse\":{\"Ret\":1101,\"ErrMsg\":\"\"}}");

    assertThat(decoded.get("ok").asBoolean()).isFalse();
    assertThat(decoded.get("ret").asInt()).isEqualTo(1101);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "login|window.code=408;|true|408|waiting",
        "login|window.code=201;window.userAvatar = 'data:img/jpg;base64,AAAA';|true|201|scanned",
        "login|window.code=202;|false|202|cancelled",
        "login|window.code=400;|false|400|expired",
        "login|window.code=500;|false|500|unexpected",
      })
  void pollsHaveAState(String call, String body, boolean ok, int ret, String state) {
    JsonNode decoded = decode(call, body);

    assertThat(decoded.get("ok").asBoolean()).isEqualTo(ok);
    assertThat(decoded.get("ret").asInt()).isEqualTo(ret);
    assertThat(decoded.get("value").get("state").asString()).isEqualTo(state);
    assertThat(decoded.get("repairs")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "jslogin|window.QRLogin.code = 200; window.QRLogin.uuid = \"gZx3Ab9Qcw==\";|true|200",
        "jslogin|window.QRLogin.code = 400; window.QRLogin.uuid = \"\";|false|400",
        "synccheck|window.synccheck={retcode:\"0\",selector:\"2\"}|true|0",
        "synccheck|window.synccheck={retcode:\"1102\",selector:\"0\"}|false|1102",
        "webwxpushloginurl|{\"ret\":\"0\",\"msg\":\"all ok\",\"uuid\":\"oZwt_bFfRg==\"}|true|0",
        "webwxpushloginurl|{\"ret\":1,\"msg\":\"no\",\"uuid\":\"\"}|false|1",
        "webwxnewloginpage|<error><ret>1203</ret><message>不行</message></error>|false|1203",
        "webwxlogout|HTTP/1.1 301 Moved\\n\\n|true|0",
      })
  void everyDialectHasAVerdict(String call, String body, boolean ok, int ret) {
    JsonNode decoded = decode(call, body.replace("\\n", "\n"));

    assertThat(decoded.get("ok").asBoolean()).isEqualTo(ok);
    assertThat(decoded.get("ret").asInt()).isEqualTo(ret);
  }

  private static final String PAGE =
      "<error><ret>0</ret><message></message><skey>@crypt_aa11_bb22</skey>"
          + "<wxsid>S1dS1dS1dS1dS1dS</wxsid><wxuin>2450346660</wxuin>"
          + "<pass_ticket>t1cket%3D</pass_ticket><isgrayscale>1</isgrayscale></error>";

  @Test
  void secretsAreMaskedUnlessAskedFor() {
    CommandRun masked = run("webwxnewloginpage", bytes(PAGE));
    CommandRun shown =
        new CommandRun.Setting()
            .reading(bytes(PAGE))
            .run("decode", "webwxnewloginpage", "--secrets");

    assertThat(masked.out()).doesNotContain("@crypt_", "S1dS1d", "t1cket").contains("***");
    assertThat(shown.out()).contains("@crypt_aa11_bb22", "S1dS1dS1dS1dS1dS", "t1cket%3D");
    assertThat(masked.out()).contains("\"uin\":\"2450346660\"");
  }

  @Test
  void secretsWithinAddressesAreMaskedToo() {
    JsonNode decoded =
        decode(
            "webwxgetcontact",
            "{\"BaseResponse\":{\"Ret\":0},\"MemberList\":[{\"UserName\":\"@a1\",\"HeadImgUrl\":"
                + "\"/webwxgeticon?seq=1&skey=@crypt_aa11_bb22&x=1\"}],\"Seq\":0}");

    assertThat(decoded.toString()).doesNotContain("@crypt_").contains("&skey=***&x=1");
  }

  @Test
  void ticketsOfARedirectAreMasked() {
    JsonNode decoded =
        decode(
            "login",
            "window.code=200;\nwindow.redirect_uri=\"https://wx.qq.com/cgi-bin/mmwebwx-bin/"
                + "webwxnewloginpage?ticket=Aq1w2e3r4t5y@qrticket_0&uuid=x==&scan=1\";");

    assertThat(decoded.toString()).doesNotContain("Aq1w2e").contains("uuid=x==");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "webwxsync|{\"BaseResponse\":{\"Ret\":0}}|SyncKey",
        "webwxsync|``|webwxsync",
        "webwxsync|<html>502 Bad Gateway</html>|webwxsync",
        "webwxsync|HTTP/1.1 502 Bad Gateway\\n\\n<html>|webwxsync",
        "webwxinit|{}|BaseResponse",
        "webwxsendmsg|{\"BaseResponse\":{\"Ret\":0}}|MsgID",
        "synccheck|window.synccheck={|synccheck",
        "login|window.code|login",
        "webwxnewloginpage|<error><ret>0</ret></error>|webwxnewloginpage",
      })
  void nonsenseEndsWithSixAndNamesCallAndField(String call, String body, String field) {
    CommandRun run = run(call, bytes(body.replace("\\n", "\n")));

    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.err()).contains(call, field);
    JsonNode said = JsonMapper.shared().readTree(run.out());
    assertThat(said.get("call").asString()).isEqualTo(call);
    assertThat(said.get("ok").asBoolean()).isFalse();
  }

  @Test
  void everyCutIsAnAnswerOrNonsense() throws IOException {
    byte[] message =
        join(
            bytes(HEAD + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"),
            chunked(gzip(bytes(SENT)), "\r\n"));
    for (int length = 0; length <= message.length; length += 3) {
      CommandRun run = run("webwxsendmsg", Arrays.copyOf(message, length));

      assertThat(run.exit()).as("cut at " + length + ": " + run.err()).isIn(0, 6);
    }
  }

  @Test
  void readsAFileAndPrintsForPeople(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("reply"), SENT);

    CommandRun run = CommandRun.of("decode", "webwxsendmsg", file.toString());

    assertThat(run.exit()).isZero();
    assertThat(run.lines().size()).isGreaterThan(5);
    assertSent(JsonMapper.shared().readTree(run.out()));
  }

  @Test
  void anUnknownCallIsWrongUsageAndTheKnownAreListed() {
    CommandRun run = CommandRun.of("decode", "webwxnothing");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("webwxnothing", "webwxsync", "synccheck");
  }

  @Test
  void tellsWhatMessagesAre() {
    JsonNode decoded =
        decode(
            "webwxsync",
            """
            {"BaseResponse":{"Ret":0},"SyncKey":{"Count":0,"List":[]},"AddMsgList":[
              {"MsgId":"1","FromUserName":"@@room","MsgType":34,"VoiceLength":1,
               "Content":"@5c0f:<br/>&lt;msg&gt;&lt;voicemsg voicelength=\\"3215\\" length=\\"9\\"/&gt;"},
              {"MsgId":"2","FromUserName":"fmessage","MsgType":37,
               "Content":"&lt;msg ticket=\\"v2_9f@stranger\\"/&gt;",
               "RecommendInfo":{"NickName":"Dana","Content":"hi","Ticket":"v2_9f@stranger"}},
              {"MsgId":"3","FromUserName":"@@room","MsgType":10000,
               "Content":"\\"A\\"邀请\\"B、C\\"加入了群聊"},
              {"MsgId":"4","FromUserName":"@5c0f","MsgType":77,"FileName":"t"}]}
            """);

    JsonNode messages = decoded.get("value").get("messages");
    assertThat(messages.get(0).get("kind").toString())
        .isEqualTo(
            "{\"type\":\"voice\",\"text\":\"\",\"content\":{\"length\":\"PT3.215S\",\"size\":9}}");
    assertThat(messages.get(1).get("kind").get("text").asString()).isEqualTo("hi");
    assertThat(decoded.toString()).doesNotContain("v2_9f");
    assertThat(messages.get(2).get("kind").get("content").toString())
        .isEqualTo("{\"fact\":\"invited\",\"by\":\"A\",\"names\":[\"B\",\"C\"]}");
    assertThat(messages.get(3).get("kind").get("content").get("wireType").asInt()).isEqualTo(77);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.catalog.Catalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people save that is hardly a reply, or not at all; and every call there is. */
@Timeout(60)
class OddCapturesTest {

  private static final String REFUSED =
      "{\"BaseResponse\":{\"Ret\":1205,\"ErrMsg\":\"操作太频繁\"},\"MsgID\":\"\",\"LocalID\":\"\"}";

  private static CommandRun run(String call, byte[] bytes) {
    return new CommandRun.Setting().reading(bytes).run("decode", call, "--json");
  }

  private static CommandRun run(String call, String text) {
    return run(call, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void saysRefused(CommandRun run, String... repairs) {
    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode json = JsonMapper.shared().readTree(run.out());
    assertThat(json.get("ret").asInt()).isEqualTo(1205);
    assertThat(json.get("value").get("status").get("text").asString()).isEqualTo("操作太频繁");
    assertThat(json.get("repairs"))
        .extracting(repair -> repair.get("what").asString())
        .containsExactly(repairs);
  }

  static Stream<String> calls() {
    return Catalog.calls().stream().map(Call::name);
  }

  /** Pictures, files and checked links had no verdict: decoding them ended with a stack trace. */
  @ParameterizedTest
  @MethodSource("calls")
  void everyCallIsReadOrMakesNoSense(String call) {
    for (String body : new String[] {"", "{}", REFUSED, "<html></html>", "window.code=200;"}) {
      CommandRun run = run(call, body);

      assertThat(run.exit()).as(run.err()).isIn(0, 6);
      assertThat(JsonMapper.shared().readTree(run.out()).get("call").asString()).isEqualTo(call);
    }
  }

  @Test
  void mediaAreWeighed() {
    CommandRun run =
        run("webwxgetmsgimg", "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\nGIF89a");

    JsonNode json = JsonMapper.shared().readTree(run.out());
    assertThat(json.get("ok").asBoolean()).isTrue();
    assertThat(json.get("value").get("bytes").get("size").asInt()).isEqualTo(6);
  }

  @Test
  void aLinkThatIsLetThroughIsTold() {
    CommandRun run =
        run("webwxcheckurl", "HTTP/1.1 302 Found\r\nLocation: http://example.org/a\r\n\r\n");

    JsonNode json = JsonMapper.shared().readTree(run.out());
    assertThat(json.get("ok").asBoolean()).isTrue();
    assertThat(json.get("value").get("state").asString()).isEqualTo("onward");
    assertThat(json.get("value").get("link").asString()).isEqualTo("http://example.org/a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "windows-1252"})
  void textThatWasTakenForLatinIsMended(String charset) {
    Charset wrong = Charset.forName(charset);
    // Not every byte means something in Windows' charset.
    String text = charset.equals("ISO-8859-1") ? "操作太频繁" : "作";
    String twice = new String(text.getBytes(StandardCharsets.UTF_8), wrong);

    CommandRun run = run("webwxsendmsg", REFUSED.replace("操作太频繁", twice));

    assertThat(run.out()).contains("\"text\":\"" + text + "\"", "taken for " + charset);
  }

  @Test
  void textThatIsReallyLatinStays() {
    CommandRun run = run("webwxsendmsg", REFUSED.replace("操作太频繁", "café Ã"));

    assertThat(run.out()).contains("café Ã", "\"repairs\":[]");
  }

  @Test
  void packedBytesNeedNoHeader() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(REFUSED.getBytes(StandardCharsets.UTF_8));
    }

    saysRefused(
        run("webwxsendmsg", packed.toByteArray()), "zlib unpacked, though no header says so");
  }

  @Test
  void aHeaderThatSaysPackedMayBeWrong() {
    saysRefused(
        run("webwxsendmsg", "HTTP/2 200\ncontent-encoding: deflate\n\n" + REFUSED),
        "body is not packed, though a header says so");
  }

  @Test
  void ofTwoContentTypesNoneMatters() {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Type: text/gbk\r\n\r\n";

    saysRefused(run("webwxsendmsg", head + REFUSED));
  }

  @ParameterizedTest
  @CsvSource({
    "'', the body is empty",
    "HTTP/1.1 200 OK, the body is empty",
    "<html><h1>Oops</h1></html>, error page",
    "<!DOCTYPE html><p>Oops, error page",
    "'HTTP/1.1 502 Bad Gateway\n\nOops', HTTP status 502",
  })
  void whatIsNoReplyIsCalledWhatItIs(String captured, String words) {
    CommandRun run = run("webwxsync", captured);

    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.err()).contains(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WebWxSendMsg",
        "/cgi-bin/mmwebwx-bin/webwxsendmsg",
        "https://wx.example.org/cgi-bin/mmwebwx-bin/webwxsendmsg?lang=zh_CN#x",
      })
  void aCallIsKnownByItsAddressToo(String call) {
    saysRefused(run(call, REFUSED));
  }

  @Test
  void aFolderIsNoCapture(@TempDir Path folder) {
    CommandRun run = CommandRun.of("decode", "login", folder.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains(folder.toString(), "is a folder");
  }
}

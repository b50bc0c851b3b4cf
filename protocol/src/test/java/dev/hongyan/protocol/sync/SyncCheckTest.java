// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class SyncCheckTest {

  @Test
  void laysTheAnswerOutToTheByte() {
    var reply = SyncCheck.CALL.answer(new SyncCheck.Reply(Retcode.OK, 0));

    assertThat(reply.body().text()).isEqualTo("window.synccheck={retcode:\"0\",selector:\"0\"}");
    assertThat(reply.body().length()).isEqualTo(43);
    assertThat(reply.headers().first("Access-Control-Allow-Origin")).contains("*");
  }

  @ParameterizedTest
  @CsvSource({
    "'window.synccheck={retcode:\"0\",selector:\"2\"}', 0, 2",
    "'window.synccheck={ retcode : 1101 , selector : 0 };', 1101, 0",
    "'window.synccheck = {\"retcode\":\"1102\",\"selector\":\"7\"};\n', 1102, 7",
    "'window.synccheck={retcode:''1100'',selector:''0''}', 1100, 0",
    "'window.synccheck={selector:\"6\",retcode:\"0\",}', 0, 6",
    "'window.synccheck={retcode:\"0\"}', 0, 0"
  })
  void readsWhatABrowserWouldRun(String script, int retcode, int selector) {
    assertThat(SyncCheck.CALL.reply(reply(script)))
        .isEqualTo(new SyncCheck.Reply(new Retcode(retcode), selector));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "window.synccheck=",
        "window.synccheck={}",
        "window.synccheck=0",
        "window.synccheck={retcode:\"\",selector:\"0\"}",
        "window.synccheck={retcode:{a:1}}",
        "window.synccheck={retcode:\"x\",selector:\"0\"}",
        "alert(1)",
        "window.synccheck={retcode",
        "window.synccheck={retcode:\"0\",selector:\"2\"",
        "synccheck={retcode:\"0\"}"
      })
  void anythingElseIsMalformed(String script) {
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> SyncCheck.CALL.reply(reply(script)));
  }

  /** Four clients leave the plus sign of a session id as it is; it is no blank (8.5). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sid=a/b+c&skey=@k&uin=7&deviceid=e1&synckey=1_2|3_4",
        "sid=a%2Fb%2Bc&sKey=%40k&uin=7&deviceId=e1&syncKey=1_2%7C3_4"
      })
  void readsTheQuestionAsClientsSpellIt(String query) {
    var question =
        SyncCheck.CALL.read(
            new WebRequest(
                "GET",
                "https",
                "wx.qq.com",
                SyncCheck.CALL.path(),
                query,
                Headers.NONE,
                Body.EMPTY));

    assertThat(question)
        .isEqualTo(
            new SyncCheck.Request(
                new BaseRequest(7, new Secret("a/b+c"), new Secret("@k"), "e1"), "1_2|3_4"));
    assertThat(question.syncKey()).isPresent();
  }

  private static WebReply reply(String script) {
    return new WebReply(200, Headers.NONE, Body.of(script));
  }
}

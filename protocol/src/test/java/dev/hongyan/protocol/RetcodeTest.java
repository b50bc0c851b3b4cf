// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Retcode.Policy;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.contact.ContactOperation;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.contact.VerifyContact;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.message.SendEmoticon;
import dev.hongyan.protocol.message.SendFile;
import dev.hongyan.protocol.message.SendPicture;
import dev.hongyan.protocol.message.SendReply;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.message.SendVideo;
import dev.hongyan.protocol.page.Feedback;
import dev.hongyan.protocol.page.StatReport;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every retcode of protocol reference 7.1 through every call that carries one, from both ends. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class RetcodeTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0,
        -1,
        -2,
        -14,
        -2013,
        1,
        2,
        3,
        1100,
        1101,
        1102,
        1103,
        1200,
        1201,
        1203,
        1204,
        1205,
        9999,
        Integer.MIN_VALUE
      })
  void everyCodeGoesThereAndBack(int code) {
    Status status = new Status(new Retcode(code), "操作太频繁");
    if (!status.isOk()) {
      same(Init.CALL, Init.Reply.refused(status));
      same(Sync.CALL, Sync.Reply.refused(status));
    }
    same(StatusNotify.CALL, new StatusNotify.Reply(status, MessageId.NONE));
    same(ContactPage.CALL, ContactPage.Reply.refused(status));
    same(ContactBatch.CALL, ContactBatch.Reply.refused(status));
    same(SendText.CALL, SendReply.refused(status));
    same(SendPicture.CALL, SendReply.refused(status));
    same(SendVideo.CALL, SendReply.refused(status));
    same(SendEmoticon.CALL, SendReply.refused(status));
    same(SendFile.CALL, SendReply.refused(status));
    same(ContactOperation.CALL, new StatusReply(status));
    same(VerifyContact.CALL, new StatusReply(status));
    same(StatReport.CALL, new StatusReply(status));
    same(Feedback.CALL, new StatusReply(status));
    same(SyncCheck.CALL, new SyncCheck.Reply(status.ret(), 0));
    if (!status.isOk()) {
      same(LoginPage.CALL, LoginPage.Reply.refused(status.ret(), status.text()));
    }
  }

  private static <R> void same(Call<?, R> call, R answer) {
    assertThat(call.reply(call.answer(answer))).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "操作太频繁，请稍后再试",
        "操作頻繁,請稍後再試",
        "Operation too frequent. Try again later.",
        "Too often",
        "too frequent, try later",
        "too many rooms, try tomorrow",
        "今天建群太多，明天再来"
      })
  void aParameterErrorThatTellsOfFrequencyIsAThrottle(String text) {
    assertThat(new Status(Retcode.PARAMETER_ERROR, text).policy()).isEqualTo(Policy.THROTTLED);
    assertThat(new Status(Retcode.SYSTEM_ERROR, text).policy()).isEqualTo(Policy.CALL_FAILED);
    assertThat(new Status(Retcode.OK, text).policy()).isEqualTo(Policy.SUCCESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "param error", "参数错误", "Everything is OK", "infrequently asked"})
  void anyOtherParameterErrorIsOne(String text) {
    assertThat(new Status(Retcode.PARAMETER_ERROR, text).policy()).isEqualTo(Policy.CALL_FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "<e><ShowType>1</ShowType><Content><![CDATA[ not now ]]></Content></e>, not now",
    "<e><Content>not now</Content></e>, not now",
    "<e><Content></Content></e>, ''",
    "<e><Content>, <e><Content>",
    "Everything is OK, Everything is OK",
    "'', ''"
  })
  void wordsArePickedOutOfXml(String text, String words) {
    assertThat(new Status(Retcode.OK, text).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0, SUCCESS",
    "-2013, SUCCESS",
    "1100, SESSION_OVER",
    "1101, SESSION_OVER",
    "1102, SESSION_OVER",
    "1103, SESSION_OVER",
    "-14, SESSION_OVER",
    "1203, LOGIN_REFUSED",
    "1205, THROTTLED",
    "1201, TARGET_PROBLEM",
    "1204, TARGET_PROBLEM",
    "3, TARGET_PROBLEM",
    "-1, CALL_FAILED",
    "-2, CALL_FAILED",
    "1, CALL_FAILED",
    "2, CALL_FAILED",
    "1200, CALL_FAILED",
    "4711, CALL_FAILED"
  })
  void everyCodeHasItsPolicy(int code, Policy policy) {
    assertThat(new Retcode(code).policy()).isEqualTo(policy);
  }
}

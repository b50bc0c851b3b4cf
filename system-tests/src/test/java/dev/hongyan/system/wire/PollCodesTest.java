// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.server.world.Switch;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each code of the login poll, as the server's bytes and as the client's value (2.3, 3.3). */
@Timeout(30)
@ExtendWith(HongyanExtension.class)
class PollCodesTest {

  @Test
  void says408WhenNothingHappens(TestServer server) throws InterruptedException {
    Browser browser = new Browser(server);
    LoginUuid uuid = browser.newCode();

    assertThat(bytes(browser, uuid, true)).isEqualTo("window.code=408;");
    assertThat(browser.firstPoll(uuid)).isEqualTo(new LoginPoll.Waiting());
  }

  @Test
  void says201WithTheAvatarOnceScanned(TestServer server) throws InterruptedException {
    Browser browser = new Browser(server);
    LoginUuid uuid = browser.newCode();
    var ignored = server.person("lin").phone().scan(uuid.value());

    assertThat(bytes(browser, uuid, true))
        .startsWith("window.code=201;window.userAvatar = 'data:img/jpg;base64,")
        .endsWith("';");
    var scanned = (LoginPoll.Scanned) browser.laterPoll(uuid);
    assertThat(scanned.avatar().orElseThrow().bytes().bytes()).startsWith(0xFF, 0xD8, 0xFF);
  }

  @Test
  void says201WithoutAvatarIfItIsSwitchedOff(TestServer server) throws InterruptedException {
    server.person("lin").isTreated(Switch.SCAN_AVATAR, false);
    Browser browser = new Browser(server);
    LoginUuid uuid = browser.newCode();
    var ignored = server.person("lin").phone().scan(uuid.value());

    assertThat(bytes(browser, uuid, true)).isEqualTo("window.code=201;");
    assertThat(((LoginPoll.Scanned) browser.laterPoll(uuid)).avatar()).isEmpty();
  }

  @Test
  void says200WithTheWayOnOnceConfirmed(TestServer server) throws InterruptedException {
    Browser browser = new Browser(server);
    LoginUuid uuid = browser.newCode();
    server.person("lin").phone().scan(uuid.value()).confirm();

    assertThat(bytes(browser, uuid, false))
        .matches(
            "window\\.code=200;\nwindow\\.redirect_uri=\"http://memory/cgi-bin/mmwebwx-bin/"
                + "webwxnewloginpage\\?ticket=[A-Za-z0-9_-]{24}@qrticket_0&uuid="
                + uuid
                + "&lang=zh_CN&scan=1767225600\";");
    assertThat(browser.laterPoll(uuid)).isInstanceOf(LoginPoll.Confirmed.class);
  }

  @Test
  void says202WhenThePhoneCancels(TestServer server) throws InterruptedException {
    Browser browser = new Browser(server);
    LoginUuid one = browser.newCode();
    LoginUuid other = browser.newCode();
    server.person("lin").phone().scan(one.value()).cancel();
    server.person("lin").phone().scan(other.value()).cancel();

    assertThat(bytes(browser, one, false)).isEqualTo("window.code=202;");
    assertThat(browser.laterPoll(other)).isEqualTo(new LoginPoll.Cancelled());
  }

  @Test
  void says400OfACodeThatItDoesNotKnow(TestServer server) throws InterruptedException {
    Browser browser = new Browser(server);
    LoginUuid unknown = new LoginUuid("never-given==");

    assertThat(bytes(browser, unknown, true)).isEqualTo("window.code=400;");
    assertThat(browser.firstPoll(unknown)).isEqualTo(new LoginPoll.Expired());
  }

  @Test
  void isUnderstoodWhateverTheCode() {
    WebReply trouble = new WebReply(200, Headers.NONE, Body.of("window.code=500;"));

    assertThat(LoginPoll.CALL.reply(trouble)).isEqualTo(new LoginPoll.Unexpected(500));
  }

  private static String bytes(Browser browser, LoginUuid uuid, boolean first)
      throws InterruptedException {
    var request = browser.request(LoginPoll.CALL, new LoginPoll.Request(uuid, first, true));
    return browser.exchange(request).body().text();
  }
}

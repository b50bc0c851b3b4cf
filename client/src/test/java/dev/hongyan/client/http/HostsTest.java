// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.login.RedirectUri;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class HostsTest {

  private static final RedirectUri REDIRECT =
      RedirectUri.parse("https://wx9.example.com/cgi-bin/mmwebwx-bin/webwxnewloginpage?ticket=t")
          .orElseThrow();

  @Test
  void aFamilyHasFourHosts() {
    assertThat(origins(Hosts.family("wx2.qq.com")))
        .containsExactly(
            "https://wx2.qq.com",
            "https://login.wx2.qq.com",
            "https://webpush.wx2.qq.com",
            "https://file.wx2.qq.com");
  }

  @Test
  void theRedirectTellsTheFamilyEvenAnUnknownOne() {
    Hosts hosts = Hosts.DEFAULT.redirected(REDIRECT);

    assertThat(origins(hosts))
        .contains("https://wx9.example.com", "https://webpush.wx9.example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "szfilehelper.weixin.qq.com, wx2.qq.com",
    "cmfilehelper.weixin.qq.com, wx8.qq.com",
    "FileHelper.weixin.qq.com, wx.qq.com"
  })
  void theFileHelperHasNoPushHostAndBorrowsTwoOthers(String entry, String family) {
    String home = "https://" + entry.toLowerCase(Locale.ROOT);

    assertThat(origins(Hosts.fileHelper(entry)))
        .containsExactly(home, "https://login." + family, home, "https://file." + family);
  }

  @Test
  void theRedirectTellsTheFileHelpersEntryHost() {
    RedirectUri uri =
        RedirectUri.parse("https://cmfilehelper.weixin.qq.com/cgi-bin/x?ticket=t").orElseThrow();

    assertThat(Hosts.FILE_HELPER.redirected(uri))
        .isEqualTo(Hosts.fileHelper("cmfilehelper.weixin.qq.com"));
    assertThat(Hosts.fileHelper("szfilehelper.weixin.qq.com", "wx.qq.com").redirected(uri))
        .isEqualTo(Hosts.fileHelper("cmfilehelper.weixin.qq.com", "wx.qq.com"));
  }

  @Test
  void aKindOfClientHasItsKindOfHosts() {
    assertThat(Profile.WEB.suits(Hosts.FILE_HELPER)).isFalse();
    assertThat(Profile.fileHelper().suits(Hosts.DEFAULT)).isFalse();
    assertThat(Profile.fileHelper().suits(Profile.fileHelper().hosts())).isTrue();
    assertThat(Profile.WEB.suits(Profile.WEB.hosts())).isTrue();
  }

  @Test
  void oneServerStaysTheOneServer() {
    Hosts hosts = Hosts.server(URI.create("http://127.0.0.1:7600/"));

    assertThat(origins(hosts)).containsOnly("http://127.0.0.1:7600");
    assertThat(hosts.redirected(REDIRECT)).isEqualTo(hosts);
  }

  @Test
  void theCodesTextLeadsToWhoeverAnswersIt() {
    LoginUuid uuid = new LoginUuid("gZx3Ab9Qcw==");

    assertThat(Hosts.DEFAULT.codeText(uuid))
        .isEqualTo("https://login.weixin.qq.com/l/gZx3Ab9Qcw==");
    assertThat(Hosts.server(URI.create("http://127.0.0.1:7600")).codeText(uuid))
        .isEqualTo("http://127.0.0.1:7600/l/gZx3Ab9Qcw==");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://h", "h:80", "http://h/path", "http://h?q", "http://u@h", "//h", ""})
  void anythingMoreOrLessThanAnOriginIsRefused(String base) {
    assertThatIllegalArgumentException().isThrownBy(() -> Hosts.server(URI.create(base)));
  }

  private static List<String> origins(Hosts hosts) {
    return Stream.of(HostRole.MAIN, HostRole.LOGIN, HostRole.PUSH, HostRole.FILE)
        .map(role -> hosts.origin(role).toString())
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class PercentCodeTest {

  @Test
  void encodesAsABrowserDoes() {
    assertThat(PercentCode.encode("a/b+c=d|e f@梅%2B"))
        .isEqualTo("a%2Fb%2Bc%3Dd%7Ce%20f%40%E6%A2%85%252B");
    assertThat(PercentCode.encode("-_.!~*'()")).isEqualTo("-_.!~*'()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b+c=", "梅 😀", "%2B", "%", "%4", "100%", "\r\n&#?"})
  void decodesWhatItEncoded(String text) {
    assertThat(PercentCode.decode(PercentCode.encode(text))).isEqualTo(text);
    assertThat(PercentCode.decode(PercentCode.encodeSparingly(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "a+b, a+b",
    "a%2Bb, a+b",
    "a%2bb, a+b",
    "%zz, %zz",
    "%, %",
    "%E6%A2%85, 梅",
    "%FF, \uFFFD"
  })
  void decodesWhatIsEncodedAndLeavesTheRest(String encoded, String text) {
    assertThat(PercentCode.decode(encoded)).isEqualTo(text);
  }

  @Test
  void leavesLoginUuidsAndSessionKeysAlone() {
    assertThat(PercentCode.encodeSparingly("Qa7ZpLm3Xw==")).isEqualTo("Qa7ZpLm3Xw==");
    assertThat(PercentCode.encodeSparingly("@crypt_1/+")).isEqualTo("@crypt_1/+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ticket=a@b&uuid=c==",
        "a=%zz&b=%",
        "a=|^{}`\\<>\"",
        "a=梅&b=\uD83D\uDE00",
        "a=\uD83D",
        "a=b c\t\u0001",
        "a=[1]"
      })
  void mendsAQueryIntoOneThatAnAddressCanHold(String query) {
    var address = URI.create("https://wx.qq.com/?" + PercentCode.mend(query));

    assertThat(address.getRawQuery()).isNotEmpty();
  }

  @Test
  void mendsNothingThatIsWhole() {
    String query = "ticket=AbC-_d@qrticket_0&uuid=Qa7ZpLm3Xw==&x=%2F%e6+";

    assertThat(PercentCode.mend(query)).isEqualTo(query);
  }
}

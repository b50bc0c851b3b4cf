// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class GzipTest {

  private static final Body LARGE = Body.of("x".repeat(1_025));
  private static final Headers WANTED = Headers.NONE.and("Accept-Encoding", "gzip");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "gzip, deflate, br",
        "br,gzip",
        "deflate;q=1 , gzip ; q=0.001",
        "gzip;q=1"
      })
  void suitsWhoAsksForIt(String accepted) {
    assertThat(Gzip.suits(Headers.NONE.and("Accept-Encoding", accepted), Headers.NONE, LARGE))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "identity", "x-gzipped", "gzip;q=0", "gzip; q=0.000", "br, deflate"})
  void suitsNobodyElse(String accepted) {
    assertThat(Gzip.suits(Headers.NONE.and("Accept-Encoding", accepted), Headers.NONE, LARGE))
        .isFalse();
  }

  @Test
  void leavesSmallBodiesAlone() {
    assertThat(Gzip.suits(WANTED, Headers.NONE, Body.of("x".repeat(1_024)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: image/jpeg",
        "Content-Encoding: br",
        "Content-Range: bytes 0-1/2",
      })
  void leavesWhatIsNotTextAlone(String line) {
    int colon = line.indexOf(':');
    Headers reply = Headers.NONE.and(line.substring(0, colon), line.substring(colon + 2));

    assertThat(Gzip.suits(WANTED, reply, LARGE)).isFalse();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.MalformedRequestException;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.catalog.Catalog;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exchange forwards and backwards, at both ends, whole, cut and with strange members. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CasesTest {

  /** With {@code -Dhongyan.rewrite=true} the files are made anew, to be read in review. */
  @BeforeAll
  static void rewriteFiles() {
    if (Boolean.getBoolean("hongyan.rewrite")) {
      Cases.all()
          .forEach(c -> {
            c.requestFile().write(c.request());
            c.replyFile().write(c.reply());
          });
    }
  }

  @Test
  void everyCallHasCases() {
    var covered = Cases.all().map(c -> c.call().name()).distinct();

    assertThat(covered)
        .containsExactlyInAnyOrderElementsOf(Catalog.calls().stream().map(c -> c.name()).toList());
  }

  @ParameterizedTest
  @MethodSource("dev.hongyan.protocol.cases.Cases#all")
  void clientWritesTheRequest(Case<?, ?> exchange) {
    WebRequest expected = exchange.requestFile().request();

    assertThat(line(exchange.request())).isEqualTo(line(expected));
    assertThat(exchange.request().headers()).isEqualTo(expected.headers());
    assertThat(exchange.request().body().text()).isEqualTo(expected.body().text());
  }

  @ParameterizedTest
  @MethodSource("dev.hongyan.protocol.cases.Cases#all")
  void serverReadsTheRequest(Case<?, ?> exchange) {
    assertThat(exchange.call().read(exchange.requestFile().request())).isEqualTo(exchange.seen());
  }

  @ParameterizedTest
  @MethodSource("dev.hongyan.protocol.cases.Cases#all")
  void serverWritesTheReply(Case<?, ?> exchange) {
    WebReply expected = exchange.replyFile().reply();

    assertThat(exchange.reply().status()).isEqualTo(expected.status());
    assertThat(exchange.reply().headers()).isEqualTo(expected.headers());
    assertThat(exchange.reply().body().text()).isEqualTo(expected.body().text());
  }

  @ParameterizedTest
  @MethodSource("dev.hongyan.protocol.cases.Cases#all")
  void clientReadsTheReplyAndFindsNothingOdd(Case<?, ?> exchange) {
    var findings = new RecordedFindings();

    var answer = exchange.call().reply(exchange.replyFile().reply(), findings);

    assertThat(answer).isEqualTo(exchange.answer());
    assertThat(findings.unknown()).isEmpty();
    assertThat(findings.repaired()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.hongyan.protocol.cases.Cases#all")
  void aReplyCutAnywhereIsAValueOrMalformed(Case<?, ?> exchange) {
    WebReply whole = exchange.replyFile().reply();

    for (int end = 0; end < whole.body().length(); end++) {
      WebReply cut = new WebReply(whole.status(), whole.headers(), cut(whole.body(), end));
      try {
        assertThat((Object) exchange.call().reply(cut)).isNotNull();
      } catch (MalformedReplyException e) {
        assertThat(e.call()).isEqualTo(exchange.call().name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.hongyan.protocol.cases.Cases#all")
  void aRequestCutAnywhereIsAValueOrMalformed(Case<?, ?> exchange) {
    WebRequest whole = exchange.requestFile().request();

    for (int end = 0; end < whole.body().length(); end++) {
      readOrMalformed(exchange, withBody(whole, cut(whole.body(), end)));
    }
    for (int end = 0; end < whole.query().length(); end++) {
      readOrMalformed(exchange, withQuery(whole, whole.query().substring(0, end)));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.hongyan.protocol.cases.Cases#all")
  void unknownMembersAreToldAndChangeNothing(Case<?, ?> exchange) {
    WebReply plain = exchange.replyFile().reply();
    String strange = Strange.added(plain.body().text());
    var findings = new RecordedFindings();

    var answer =
        exchange
            .call()
            .reply(new WebReply(plain.status(), plain.headers(), Body.of(strange)), findings);

    assertThat(answer).isEqualTo(exchange.answer());
    // Nobody reads the body of a redirect unless it is the login page's.
    boolean read = plain.status() == 200;
    assertThat(findings.unknown()).hasSize(read ? Strange.count(strange) : 0);
  }

  @ParameterizedTest
  @MethodSource("dev.hongyan.protocol.cases.Cases#all")
  void unknownMembersOfARequestChangeNothing(Case<?, ?> exchange) {
    WebRequest plain = exchange.requestFile().request();
    WebRequest strange = withBody(plain, Body.of(Strange.added(plain.body().text())));

    assertThat(exchange.call().read(strange)).isEqualTo(exchange.seen());
  }

  @ParameterizedTest
  @MethodSource("dev.hongyan.protocol.cases.Cases#all")
  void noSecretIsPrinted(Case<?, ?> exchange) {
    String printed =
        "" + exchange.question() + exchange.answer() + exchange.request() + exchange.reply();

    assertThat(printed)
        .doesNotContain(Cases.SID, Cases.SKEY, Cases.PASS_TICKET, "qrticket", "a\\b", "e4 &amp;");
  }

  @ParameterizedTest
  @MethodSource("dev.hongyan.protocol.cases.Cases#all")
  void readingForFindingsOrWithoutGivesTheSame(Case<?, ?> exchange) {
    WebReply reply = exchange.replyFile().reply();

    assertThat(exchange.call().reply(reply))
        .isEqualTo(exchange.call().reply(reply, new RecordedFindings()))
        .isEqualTo(exchange.call().reply(reply, Findings.IGNORED));
  }

  private static void readOrMalformed(Case<?, ?> exchange, WebRequest request) {
    try {
      assertThat((Object) exchange.call().read(request)).isNotNull();
    } catch (MalformedRequestException e) {
      assertThat(e.call()).isEqualTo(exchange.call().name());
    }
  }

  private static String line(WebRequest request) {
    return request + "?" + request.query();
  }

  private static Body cut(Body body, int end) {
    return Body.of(Arrays.copyOf(body.bytes(), end));
  }

  private static WebRequest withBody(WebRequest r, Body body) {
    return new WebRequest(
        r.method(), r.scheme(), r.authority(), r.path(), r.query(), r.headers(), body);
  }

  private static WebRequest withQuery(WebRequest r, String query) {
    return new WebRequest(
        r.method(), r.scheme(), r.authority(), r.path(), query, r.headers(), r.body());
  }
}

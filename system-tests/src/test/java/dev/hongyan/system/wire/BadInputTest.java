// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.message.OutgoingText;
import dev.hongyan.protocol.message.SendRequest;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.server.world.Violation;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What makes no sense gets the protocol's answer, is noted, and touches nothing. */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class BadInputTest {

  /** Bodies that no call can be read from. */
  private static final List<String> BROKEN =
      List.of(
          "{",
          "}",
          "{\"BaseRequest\":",
          "{\"BaseRequest\":{\"Uin\":1",
          "not json",
          "[".repeat(100_000),
          "{\"a\":".repeat(100_000),
          "\"" + "x".repeat(1_000_000),
          "null",
          "[]",
          "7",
          "\u0000\u0001\u0002",
          "{\"BaseRequest\":[[[]]]}",
          "{}");

  private Browser lin;
  private UserName mei;
  private WorldState before;

  @BeforeEach
  void logIn(TestServer server) throws InterruptedException {
    lin = Browser.of(server, "lin");
    mei = lin.nameOf("梅");
    server.person("mei").says("waiting").to(server.person("lin"));
    before = WorldState.of(server.world());
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void brokenBodiesTouchNothing(TestServer server) throws InterruptedException {
    for (RetcodesTest.Asking asking : RetcodesTest.callsWithBody()) {
      for (String body : BROKEN) {
        WebRequest broken = Requests.withBody(asking.question().of(lin), body);

        assertThat(retOf(asking.call(), lin.exchange(broken)))
            .as("%s of %.20s", asking, body)
            .isEqualTo(Retcode.REQUEST_UNREADABLE);
      }
    }

    assertUntouched(server, "malformed-body");
    assertThat(server.violations().errors())
        .isEqualTo((long) BROKEN.size() * RetcodesTest.callsWithBody().size());
  }

  @Test
  void aTextThatIsCutAnywhereIsSentToNobody(TestServer server) throws InterruptedException {
    WebRequest good = lin.request(SendText.CALL, lin.sending(mei, "hello 林", "42"));
    byte[] bytes = good.body().bytes();
    String text = new String(bytes, StandardCharsets.UTF_8);

    for (int length = 1; length < text.stripTrailing().length(); length++) {
      WebReply reply = lin.exchange(Requests.withBody(good, text.substring(0, length)));

      assertThat(retOf(SendText.CALL, reply)).isEqualTo(Retcode.REQUEST_UNREADABLE);
    }

    assertUntouched(server, "malformed-body");
  }

  @Test
  void membersOfAnotherTypeNeverBreakTheServer(TestServer server) throws InterruptedException {
    for (RetcodesTest.Asking asking : RetcodesTest.callsWithBody()) {
      WebRequest good = asking.question().of(lin);
      for (String wrong : List.of("[]", "{}", "null", "true", "-1", "1e400", "\"\"")) {
        WebRequest odd =
            Requests.withBody(
                good, body -> body.replaceFirst("\"Sid\":\\s*\"[^\"]*\"", "\"Sid\":" + wrong));

        WebReply reply = lin.exchange(odd);

        assertThat(reply.status()).as("%s with %s", asking, wrong).isEqualTo(200);
        assertThat(retOf(asking.call(), reply)).isNotNull();
      }
    }
  }

  @Test
  void aWrongKeySendsNothing(TestServer server) throws InterruptedException {
    BaseRequest base =
        new BaseRequest(
            lin.credentials.uin(), lin.credentials.sid(), new Secret("@crypt_no"), Browser.DEVICE);

    assertThat(sentAs(base)).isEqualTo(Retcode.SESSION_ENDED);
    assertUntouched(server, "wrong-skey");
  }

  @Test
  void noKeySendsNothing(TestServer server) throws InterruptedException {
    BaseRequest base =
        new BaseRequest(lin.credentials.uin(), lin.credentials.sid(), Secret.NONE, Browser.DEVICE);

    assertThat(sentAs(base)).isEqualTo(Retcode.SESSION_ENDED);
    assertUntouched(server, "skey-missing");
  }

  @Test
  void aWrongUinSendsNothing(TestServer server) throws InterruptedException {
    BaseRequest base =
        new BaseRequest(
            lin.credentials.uin() + 1,
            lin.credentials.sid(),
            lin.credentials.skey(),
            Browser.DEVICE);

    assertThat(sentAs(base)).isEqualTo(Retcode.SESSION_ENDED);
    assertUntouched(server, "wrong-uin");
  }

  @Test
  void anUnknownSidSendsNothing(TestServer server) throws InterruptedException {
    BaseRequest base =
        new BaseRequest(
            lin.credentials.uin(), new Secret("x"), lin.credentials.skey(), Browser.DEVICE);
    lin.cookies.clear();

    assertThat(sentAs(base)).isEqualTo(Retcode.NO_SESSION);
    assertUntouched(server, "unknown-session");
  }

  private Retcode sentAs(BaseRequest base) throws InterruptedException {
    OutgoingText text = lin.sending(mei, "hello", "42").message();
    return lin.ask(SendText.CALL, new SendRequest<>(base, lin.credentials.passTicket(), text))
        .status()
        .ret();
  }

  @Test
  void cookiesOfSomebodyElseSendNothing(TestServer server) throws InterruptedException {
    Browser bo = Browser.of(server, "bo");
    before = WorldState.of(server.world());
    lin.cookies.put("wxsid", bo.credentials.sid().value());

    assertThat(lin.send(mei, "hello").status().ret()).isEqualTo(Retcode.SESSION_ENDED);
    assertUntouched(server, "mixed-sessions");
  }

  @Test
  void namesOfAnotherSessionMeanNothing(TestServer server) throws InterruptedException {
    Browser bo = Browser.of(server, "bo");
    before = WorldState.of(server.world());
    UserName asBoKnowsHer = bo.nameOf("梅");

    assertThat(lin.send(asBoKnowsHer, "hello").status().ret()).isEqualTo(Retcode.NO_ACCESS);
    assertUntouched(server, "unknown-user-name");
  }

  @Test
  void aSyncKeyThatMeansNothingAcknowledgesNothing(TestServer server) throws InterruptedException {
    SyncKey newer =
        new SyncKey(
            lin.key.pairs().stream()
                .map(p -> p.key() == 2 ? new SyncKey.Pair(2, p.val() + 1_000) : p)
                .toList());
    SyncKey huge = new SyncKey(List.of(new SyncKey.Pair(2, Long.MAX_VALUE)));

    lin.check(newer.parameter());
    lin.check("2_99999999999999999999");
    lin.check("|".repeat(5_000));
    lin.sync(newer);
    lin.sync(huge);

    assertUntouched(server, "newer-sync-key", "malformed-sync-key");
    assertThat(lin.sync().messages()).hasSize(1);
  }

  @Test
  void callsThatDoNotExistAre404(TestServer server) throws InterruptedException {
    WebRequest good = lin.request(Sync.CALL, syncing());

    WebReply unknown = lin.exchange(Requests.withPath(good, "/cgi-bin/mmwebwx-bin/webwxnothing"));

    assertThat(unknown.status()).isEqualTo(404);
    assertUntouched(server, "unknown-call");
  }

  @Test
  void methodsThatDoNotExistAre405(TestServer server) throws InterruptedException {
    WebRequest good = lin.request(Sync.CALL, syncing());

    WebReply wrong = lin.exchange(Requests.withMethod(good, "DELETE"));

    assertThat(wrong.status()).isEqualTo(405);
    assertThat(wrong.headers().first("Allow")).contains("POST");
    assertUntouched(server, "wrong-method");
  }

  private Sync.Request syncing() {
    return new Sync.Request(lin.base(), lin.credentials.passTicket(), lin.key);
  }

  @Test
  void queriesThatAreNoneAreAnsweredAllTheSame(TestServer server) throws InterruptedException {
    List<String> queries =
        List.of(
            "%",
            "%zz=%zz", "&&&&", "=", "uuid=%ff%fe", "a&".repeat(8_000), "uuid=" + "u".repeat(9_000));
    for (String query : queries) {
      for (String path : List.of("/jslogin", "/cgi-bin/mmwebwx-bin/login", "/qrcode/%zz")) {
        WebReply reply =
            new Browser(server)
                .exchange(
                    new WebRequest("GET", "http", "memory", path, query, Headers.NONE, Body.EMPTY));

        assertThat(reply.status()).as("%s?%.20s", path, query).isIn(200, 404);
      }
    }
    assertThat(WorldState.of(server.world())).isEqualTo(before);
    assertThat(server.violations().errors()).isPositive();
  }

  @Test
  void aForgedTicketOpensNoSession(TestServer server) throws InterruptedException {
    Browser thief = new Browser(server);
    String real = thief.confirmed("bo");

    for (String query :
        List.of(
            "",
            "ticket=&uuid=",
            real.replaceFirst("ticket=[^@]+", "ticket=" + "A".repeat(24)),
            real.replaceFirst("uuid=[^&]+", "uuid=other"))) {
      assertThat(thief.enter(query).ret().isOk()).isFalse();
    }

    assertThat(thief.cookies).isEmpty();
    assertUntouched(server, "wrong-ticket");
  }

  @Test
  void pushLoginWantsTheTicketOfThatAccount(TestServer server) throws InterruptedException {
    Browser bo = Browser.of(server, "bo");
    before = WorldState.of(server.world());
    Map<String, String> cookies = Map.copyOf(bo.cookies);
    bo.credentials = new Credentials(lin.credentials.uin(), Secret.NONE, Secret.NONE, Secret.NONE);

    assertThat(bo.push().isOk()).isFalse();
    bo.cookies.clear();
    assertThat(bo.push().isOk()).isFalse();

    assertThat(cookies).containsKey("webwx_auth_ticket");
    assertThat(server.world().codes().waiting()).isEmpty();
    assertThat(WorldState.of(server.world())).isEqualTo(before);
  }

  private static Retcode retOf(Call<?, ?> call, WebReply reply) {
    return ((Answer) call.reply(reply)).status().ret();
  }

  private void assertUntouched(TestServer server, String... violations) {
    assertThat(server.violations().list())
        .extracting((Violation violation) -> violation.breach().code())
        .containsOnly(violations);
    assertThat(WorldState.of(server.world())).isEqualTo(before);
  }
}

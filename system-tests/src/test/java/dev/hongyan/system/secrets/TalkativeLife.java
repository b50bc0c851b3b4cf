// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.secrets;

import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.http.HttpTransport;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.SetCookie;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.LiveSession;
import dev.hongyan.server.world.Switch;
import dev.hongyan.testkit.RecordedRequest;
import dev.hongyan.testkit.TestServer;
import dev.hongyan.testkit.TestServerOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole life cycle in a process of its own, whose log lets everything out: client and server over
 * sockets, with trouble of each kind on the way, and in the end whatever can be printed. What must
 * not be seen in that it says on stdout, a line each.
 */
final class TalkativeLife {

  private static final Logger LOG = LoggerFactory.getLogger(TalkativeLife.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Cookies that tell nothing. */
  private static final Set<String> OPEN = Set.of("wxuin", "wxloadtime", "mm_lang", "wxpluginkey");

  private final Set<String> secrets = new TreeSet<>();
  private final TestServer server;

  private TalkativeLife(TestServer server) {
    this.server = server;
  }

  /** Argument: the folder of the account. */
  public static void main(String[] args) throws InterruptedException {
    TestServerOptions options =
        TestServerOptions.overSockets().with(o -> o.holding(Duration.ofSeconds(1)));
    try (TestServer server = TestServer.start(options)) {
      TalkativeLife life = new TalkativeLife(server);
      life.live(Path.of(args[0]));
      life.printEverything();
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      life.secrets.forEach(out::println);
    }
  }

  private void live(Path folder) throws InterruptedException {
    Person lin = server.person("lin");
    Person mei = server.person("mei");
    try (WeChat wechat =
        WeChat.builder().server(server.uri()).transport(troubled()).folder(folder).build()) {
      var ignored =
          wechat.subscribe(100, Overflow.DROP_OLDEST, event -> LOG.info("event {}", event));
      wechat.onMessage((chat, message) -> LOG.info("message {} in {}", message, chat));
      wechat.onText((chat, text) -> {
        LOG.info("text {}", text);
        LOG.info("sent {}", chat.send(secret("an answer that is nobody's business")));
        throw new IOException("the handler has had enough");
      });
      LOG.info("outcome {}", wechat.login(this::confirm));
      wechat.start();
      mei.says(secret("a letter that is nobody's business")).to(lin);
      mei.receives("an answer that is nobody's business", PATIENCE);
      mei.says(secret("a note in the team room, not for logs")).to(server.room("team"));
      lin.isTreated(Switch.PHONE_OFFLINE, true);
      LOG.info("sent {}", wechat.find("波").getFirst().send(secret("an offline confession")));
      ask("/cgi-bin/mmwebwx-bin/webwxsync?pass_ticket=" + secret("forged-ticket"), "{\"Sid\":");
      ask("/cgi-bin/mmwebwx-bin/login?uuid=a-uuid-of-a-stranger", "");
      sessions();
      lin.phone().endsWebSession();
      LOG.info("end {}", wechat.listen());
    }
  }

  private void confirm(LoginEvent step) {
    LOG.info("login {}", step);
    if (step instanceof LoginEvent.CodeIssued code) {
      server.person("lin").phone().scan(code.uuid().value()).confirm();
    }
  }

  /** Every fifth request is lost, in words that quote nothing. */
  private static HttpTransport troubled() {
    HttpTransport open = HttpTransport.jdk();
    AtomicInteger count = new AtomicInteger();
    return (request, limits) -> {
      if (count.incrementAndGet() % 5 == 0) {
        throw new IOException("the line is dead");
      }
      return open.exchange(request, limits);
    };
  }

  private void ask(String target, String body) throws InterruptedException {
    int query = target.indexOf('?');
    WebRequest request =
        new WebRequest(
            "POST",
            "http",
            server.origin().authority(),
            target.substring(0, query),
            target.substring(query + 1),
            Headers.NONE,
            Body.of(body));
    try {
      LOG.info("{} was answered {}", request, server.path().exchange(request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sessions() {
    for (LiveSession live : server.world().sessions().live()) {
      LOG.info("{} {}", live, live.session().secrets());
      var kept = live.session().secrets();
      secret(kept.sid());
      secret(kept.skey());
      secret(kept.passTicket());
      secret(kept.authTicket());
    }
  }

  private void printEverything() {
    for (RecordedRequest recorded : server.requests().list()) {
      LOG.info("{} {} {}", recorded, recorded.request(), recorded.request().headers());
      Catalog.byName(recorded.call()).ifPresent(call -> print(recorded, call));
      recorded.reply().ifPresent(this::collect);
    }
    LOG.info("{}", server.violations());
    LOG.info("{} {}", server.person("mei").messages(), server.world().sessions().live());
  }

  private <Q, R> void print(RecordedRequest recorded, Call<Q, R> call) {
    try {
      LOG.info("question {}", recorded.question(call));
    } catch (RuntimeException e) {
      LOG.info("no question", e);
    }
    recorded.reply().ifPresent(reply -> LOG.info("answer {} {}", reply, recorded.answer(call)));
  }

  /** What a client is told in confidence. */
  private void collect(WebReply reply) {
    LOG.info("{}", reply.headers());
    for (String line : reply.headers().all("Set-Cookie")) {
      SetCookie.parse(line, Instant.EPOCH)
          .filter(cookie -> !OPEN.contains(cookie.name()) && !cookie.value().isEmpty())
          .ifPresent(cookie -> {
            LOG.info("{}", cookie);
            secret(cookie.value());
          });
    }
    String text = reply.body().text();
    int ticket = text.indexOf("ticket=");
    if (ticket >= 0) {
      secret(text.substring(ticket + "ticket=".length(), text.indexOf('@', ticket)));
    }
    int pass = text.indexOf("<pass_ticket>");
    if (pass >= 0) {
      String value =
          text.substring(pass + "<pass_ticket>".length(), text.indexOf("</pass_ticket>"));
      secret(value);
      secret(URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
  }

  private String secret(String value) {
    secrets.add(value);
    return value;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.demo;

import static dev.hongyan.cli.demo.StepFailedException.require;
import static dev.hongyan.cli.demo.StepFailedException.requireSame;

import dev.hongyan.cli.demo.Step.Seen;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.client.http.HttpTransport.Limits;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.login.CodePicture;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.protocol.login.RedirectUri;
import dev.hongyan.server.script.Phone;
import dev.hongyan.server.world.WaitingCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** From the code to the keys. */
final class LoginSteps {

  /** A hold may end a little early: the clock that measures is not the one that holds. */
  private static final Duration HELD = Stage.HOLD.minusMillis(100);

  private static final Limits PICTURE = new Limits(Tap.PATIENCE, 1 << 20);

  private static final int COOKIES = 7;

  /** One poll may be ending just when the phone acts; more than a few say that nothing comes. */
  private static final int MOST_HELD = 3;

  private final Stage stage;
  private final Texts texts;
  private LoginUuid uuid = LoginUuid.NONE;

  LoginSteps(Stage stage, Texts texts) {
    this.stage = stage;
    this.texts = texts;
  }

  List<Step> all() {
    return List.of(
        new Step("jslogin", this::code),
        new Step("qrcode", this::picture),
        new Step("poll-408", this::nothingYet),
        new Step("poll-201", this::scan),
        new Step("poll-200", this::confirm),
        new Step("loginpage", this::keys));
  }

  private Seen code() throws InterruptedException {
    stage.letClientLogIn();
    Tap.Exchange exchange = stage.tap().next(NewCode.CALL);
    NewCode.Reply reply = NewCode.CALL.reply(exchange.reply());
    require(reply.isOk(), "the server gives no code");
    uuid = reply.uuid();
    requireState(WaitingCode.State.NEW, Optional.empty());
    return Seen.of(texts.get("demo.jslogin", uuid), exchange);
  }

  private Seen picture() throws IOException, InterruptedException {
    CallContext context = new CallContext(stage.time().millis(), "zh_CN", "");
    WebRequest request = CodePicture.CALL.request(uuid, stage.server().origin(), context);
    var picture = CodePicture.CALL.reply(stage.tap().exchange(request, PICTURE));
    require(picture.isPresent(), "the server has no picture of its code");
    String text = QrReader.read(picture.bytes().bytes());
    requireSame("the code says", stage.codeText(), text);
    return Seen.of(texts.get("demo.qrcode", picture.bytes().length(), text));
  }

  private Seen nothingYet() throws InterruptedException {
    Tap.Exchange exchange = stage.tap().next(LoginPoll.CALL);
    LoginPoll.Reply reply = LoginPoll.CALL.reply(exchange.reply());
    require(reply instanceof LoginPoll.Waiting, "the poll says " + name(reply) + " before a scan");
    require(exchange.took().compareTo(HELD) >= 0, "the poll was not held");
    requireState(WaitingCode.State.NEW, Optional.empty());
    return Seen.of(texts.get("demo.poll-408", exchange.took().toMillis() / 1000.0), exchange);
  }

  private Seen scan() throws InterruptedException {
    Phone phone = stage.lin().phone();
    var ignored = phone.scan(uuid.value());
    LoginPoll.Reply reply = nextNews();
    require(
        reply instanceof LoginPoll.Scanned(var avatar) && avatar.isPresent(),
        "the poll says " + name(reply) + " after the scan, or brings no picture");
    requireState(WaitingCode.State.SCANNED, Optional.of(stage.lin().name()));
    return Seen.of(texts.get("demo.poll-201", nickName()));
  }

  private Seen confirm() throws InterruptedException {
    stage.world().codes().confirm(uuid.value());
    LoginPoll.Reply reply = nextNews();
    if (reply instanceof LoginPoll.Scanned) {
      // Each kind of poll is told of the scan once: this one came before the tap.
      reply = nextNews();
    }
    if (!(reply instanceof LoginPoll.Confirmed(RedirectUri uri))) {
      throw new StepFailedException("the poll says " + name(reply) + " after the confirmation");
    }
    requireSame("the login goes on at", uri.origin(), stage.server().origin());
    requireSame("the login goes on with", uri.path(), LoginPage.CALL.path());
    return Seen.of(texts.get("demo.poll-200", nickName(), uri.path()));
  }

  private Seen keys() throws InterruptedException {
    Tap.Exchange exchange = stage.tap().next(LoginPage.CALL);
    LoginPage.Reply reply = LoginPage.CALL.reply(exchange.reply());
    require(reply.ret().isOk(), "the server refuses: " + reply.ret() + " " + reply.message());
    requireSame("uin", reply.credentials().uin(), stage.lin().account().uin());
    int cookies = exchange.reply().headers().all("Set-Cookie").size();
    require(cookies == COOKIES, "there are " + cookies + " cookies rather than " + COOKIES);
    require(
        stage.world().sessions().live(stage.lin().account().id()).isPresent(),
        "the server knows of no session");
    return Seen.of(texts.get("demo.loginpage", cookies, reply.credentials().uin()), exchange);
  }

  /** The next poll that was not held to its end. */
  private LoginPoll.Reply nextNews() throws InterruptedException {
    LoginPoll.Reply reply = LoginPoll.CALL.reply(stage.tap().next(LoginPoll.CALL).reply());
    for (int held = 0; reply instanceof LoginPoll.Waiting && held < MOST_HELD; held++) {
      reply = LoginPoll.CALL.reply(stage.tap().next(LoginPoll.CALL).reply());
    }
    return reply;
  }

  private void requireState(WaitingCode.State state, Optional<String> account) {
    Optional<WaitingCode> code =
        stage.world().codes().waiting().stream()
            .filter(waiting -> waiting.uuid().equals(uuid.value()))
            .findFirst();
    require(
        code.filter(c -> c.state() == state && c.account().equals(account)).isPresent(),
        "the server does not have the code as " + state);
  }

  private static String name(LoginPoll.Reply reply) {
    return reply.getClass().getSimpleName();
  }

  private String nickName() {
    return stage.lin().account().profile().nickName();
  }
}

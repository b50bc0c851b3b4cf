// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.LoginResult;
import dev.hongyan.server.world.PollOutcome;
import dev.hongyan.server.world.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A session of an account by hand, past its login: it asks what it is told to ask. */
final class WebPage {

  private static final Origin HERE = new Origin("http", "localhost:7600");

  private final Server server;
  private final InstantSource time;
  private final Session session;
  private final Credentials credentials;
  private SyncKey key;

  private WebPage(Server server, InstantSource time, Session session, long uin) {
    this.server = server;
    this.time = time;
    this.session = session;
    credentials =
        new Credentials(
            uin,
            new Secret(session.secrets().sid()),
            new Secret(session.secrets().skey()),
            new Secret(session.secrets().passTicket()));
    key = SyncKey.NONE;
  }

  /** One that has made its first call. */
  static WebPage of(Server server, InstantSource time, String name) throws InterruptedException {
    var codes = server.world().codes();
    String uuid = codes.create("client").orElseThrow();
    codes.scan(uuid, name);
    codes.confirm(uuid);
    var confirmed = (PollOutcome.Confirmed) codes.poll(uuid, true, Duration.ZERO);
    var in = (LoginResult.LoggedIn) codes.redeem(uuid, confirmed.ticket(), false);
    long uin = server.world().accounts().named(name).orElseThrow().uin();
    WebPage page = new WebPage(server, time, in.session(), uin);
    page.key = page.ask(Init.CALL, new Init.Request(page.base(), page.passTicket())).syncKey();
    return page;
  }

  BaseRequest base() {
    return BaseRequest.of(credentials, "e123456789012345");
  }

  Secret passTicket() {
    return credentials.passTicket();
  }

  /** By its or his short name: the name that this session has for a room or an account. */
  UserName name(String shortName) {
    return new UserName(
        server
            .world()
            .accounts()
            .named(shortName)
            .map(session.userNames()::of)
            .orElseGet(() -> room(shortName)));
  }

  private String room(String shortName) {
    return session.userNames().of(server.world().rooms().named(shortName).orElseThrow().id());
  }

  Account account() {
    return server.world().accounts().account(session.account());
  }

  /** What has come since the last time. */
  Sync.Reply sync() throws InterruptedException {
    Sync.Reply reply = ask(Sync.CALL, new Sync.Request(base(), passTicket(), key));
    key = reply.syncKey();
    return reply;
  }

  /** What the service and others have said since the last time. */
  List<String> hears() throws InterruptedException {
    return sync().messages().stream().map(MessageItem::content).toList();
  }

  <Q, R> R ask(Call<Q, R> call, Q question) throws InterruptedException {
    return call.reply(reply(call, question));
  }

  /** The answer as it travels. */
  <Q, R> WebReply reply(Call<Q, R> call, Q question) throws InterruptedException {
    var request =
        call.request(question, HERE, new CallContext(time.instant().toEpochMilli(), "zh_CN", ""));
    String cookies = "wxuin=" + credentials.uin() + "; wxsid=" + credentials.sid().value();
    WebRequest sent =
        new WebRequest(
            request.method(),
            request.scheme(),
            request.authority(),
            request.path(),
            request.query(),
            request.headers().and("Cookie", cookies),
            request.body());
    try {
      return server.handle(sent, Server.MEMORY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.message.Envelope;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.OutgoingMessage;
import dev.hongyan.protocol.message.RoomPrefix;
import dev.hongyan.protocol.message.SendReply;
import dev.hongyan.protocol.message.SendRequest;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.server.world.LoginResult;
import dev.hongyan.server.world.PollOutcome;
import dev.hongyan.server.world.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** A session of an account by hand: it asks what it is told to ask, no socket between. */
public final class WebPage {

  private static final Origin HERE = new Origin("http", "localhost:7600");
  private static final CallContext CONTEXT = new CallContext(1_772_352_000_000L, "zh_CN", "");

  private final Server server;
  private final Session session;
  private final Credentials credentials;
  private SyncKey key = SyncKey.NONE;
  private long sent;

  /** One whose code has been scanned and confirmed, and that has asked nothing yet. */
  public WebPage(Server server, String name) throws InterruptedException {
    this.server = server;
    var codes = server.world().codes();
    String uuid = codes.create("client").orElseThrow();
    codes.scan(uuid, name);
    codes.confirm(uuid);
    var confirmed = (PollOutcome.Confirmed) codes.poll(uuid, true, Duration.ZERO);
    session = ((LoginResult.LoggedIn) codes.redeem(uuid, confirmed.ticket(), false)).session();
    credentials =
        new Credentials(
            server.world().accounts().named(name).orElseThrow().uin(),
            new Secret(session.secrets().sid()),
            new Secret(session.secrets().skey()),
            new Secret(session.secrets().passTicket()));
  }

  /** One that is past its login: what comes from now on is new. */
  public static WebPage of(Server server, String name) throws InterruptedException {
    WebPage page = new WebPage(server, name);
    page.key = page.ask(Init.CALL, new Init.Request(page.base(), page.passTicket())).syncKey();
    return page;
  }

  public Session session() {
    return session;
  }

  public BaseRequest base() {
    return BaseRequest.of(credentials, "e123456789012345");
  }

  public Secret skey() {
    return credentials.skey();
  }

  public Secret passTicket() {
    return credentials.passTicket();
  }

  public Secret dataTicket() {
    return new Secret(session.secrets().dataTicket());
  }

  public UserName self() {
    return new UserName(
        session.userNames().of(server.world().accounts().account(session.account())));
  }

  /** By its or his short name: the name that this session has for a room or an account. */
  public UserName name(String shortName) {
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

  /** From the account to somebody, each time with another client message id. */
  public Envelope to(UserName target) {
    return new Envelope(self(), target, new ClientMessageId("1772352000000" + ++sent));
  }

  public <M extends OutgoingMessage> SendReply send(Call<SendRequest<M>, SendReply> call, M message)
      throws InterruptedException {
    return ask(call, new SendRequest<>(base(), passTicket(), message));
  }

  /** What has come since the last time. */
  public Sync.Reply sync() throws InterruptedException {
    Sync.Reply reply = ask(Sync.CALL, new Sync.Request(base(), passTicket(), key));
    key = reply.syncKey();
    return reply;
  }

  /** The messages that have come since the last time. */
  public List<MessageItem> news() throws InterruptedException {
    return sync().messages();
  }

  /** What the service and others have said since the last time. */
  public List<String> hears() throws InterruptedException {
    return news().stream().map(MessageItem::content).toList();
  }

  /** The kinds of the messages that have come since the last time. */
  public List<MessageKind> kinds() throws InterruptedException {
    return news().stream()
        .map(item -> MessageKind.of(item, RoomPrefix.split(item.content()).content()))
        .toList();
  }

  public <Q, R> R ask(Call<Q, R> call, Q question) throws InterruptedException {
    return call.reply(reply(call, question));
  }

  /** The answer as it travels. */
  public <Q, R> WebReply reply(Call<Q, R> call, Q question) throws InterruptedException {
    return reply(request(call, question));
  }

  /** As the page would send it, without its cookies. */
  public <Q, R> WebRequest request(Call<Q, R> call, Q question) {
    return call.request(question, HERE, CONTEXT);
  }

  /** The answer to a request that is sent with the cookies of this session. */
  public WebReply reply(WebRequest request) throws InterruptedException {
    String cookies = "wxuin=" + credentials.uin() + "; wxsid=" + credentials.sid().value();
    try {
      return server.handle(request.with(request.headers().and("Cookie", cookies)), Server.MEMORY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

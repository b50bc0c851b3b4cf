// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.ClientMessageId;
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
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.server.Server;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.LoginResult;
import dev.hongyan.server.world.PollOutcome;
import dev.hongyan.server.world.RoomId;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Somebody's web client without any wit: calls go in, answers come out, no socket between. */
final class WebLogin {

  private static final Origin HERE = new Origin("http", "localhost:7600");
  private static final CallContext CONTEXT = new CallContext(1_772_352_000_000L, "zh_CN", "");

  private final Server server;
  private final Session session;
  private final Account account;
  private SyncKey key;
  private long sent;

  WebLogin(Server server, String name) throws InterruptedException {
    this.server = server;
    World world = server.world();
    String uuid = world.codes().create("client").orElseThrow();
    world.codes().scan(uuid, name);
    world.codes().confirm(uuid);
    var confirmed = (PollOutcome.Confirmed) world.codes().poll(uuid, true, Duration.ZERO);
    var in = (LoginResult.LoggedIn) world.codes().redeem(uuid, confirmed.ticket(), false);
    session = in.session();
    account = world.accounts().named(name).orElseThrow();
    key = CursorReading.first(session, 0);
  }

  Session session() {
    return session;
  }

  UserName self() {
    return name(account);
  }

  UserName name(Account other) {
    return new UserName(session.userNames().of(other));
  }

  UserName name(RoomId room) {
    return new UserName(session.userNames().of(room));
  }

  BaseRequest base() {
    return new BaseRequest(
        account.uin(),
        new Secret(session.secrets().sid()),
        new Secret(session.secrets().skey()),
        "e123456789012345");
  }

  Secret skey() {
    return new Secret(session.secrets().skey());
  }

  Secret passTicket() {
    return new Secret(session.secrets().passTicket());
  }

  /** From the account to somebody, each time with another client message id. */
  Envelope to(UserName target) {
    return new Envelope(self(), target, new ClientMessageId("1772352000000" + ++sent));
  }

  <M extends OutgoingMessage> SendReply send(Call<SendRequest<M>, SendReply> call, M message)
      throws InterruptedException {
    return ask(call, new SendRequest<>(base(), passTicket(), message));
  }

  /** Everything new. */
  List<MessageItem> sync() throws InterruptedException {
    Sync.Reply reply = ask(Sync.CALL, new Sync.Request(base(), passTicket(), key));
    key = reply.syncKey();
    return reply.messages();
  }

  /** The kinds of everything new. */
  List<MessageKind> kinds() throws InterruptedException {
    return sync().stream()
        .map(item -> MessageKind.of(item, RoomPrefix.split(item.content()).content()))
        .toList();
  }

  <Q, R> R ask(Call<Q, R> call, Q question) throws InterruptedException {
    return call.reply(raw(call.request(question, HERE, CONTEXT)));
  }

  /** As the client would send it, without its cookies. */
  <Q, R> WebRequest request(Call<Q, R> call, Q question) {
    return call.request(question, HERE, CONTEXT);
  }

  WebReply raw(WebRequest request) throws InterruptedException {
    String cookies = "wxuin=" + account.uin() + "; wxsid=" + session.secrets().sid();
    WebRequest sending =
        new WebRequest(
            request.method(),
            request.scheme(),
            request.authority(),
            request.path(),
            request.query(),
            request.headers().and("Cookie", cookies),
            request.body());
    try {
      return server.handle(sending, Server.MEMORY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

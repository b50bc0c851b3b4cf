// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.SetCookie;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.Logout;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.protocol.login.PushLogin;
import dev.hongyan.protocol.message.Envelope;
import dev.hongyan.protocol.message.OutgoingText;
import dev.hongyan.protocol.message.SendReply;
import dev.hongyan.protocol.message.SendRequest;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.Server;
import dev.hongyan.testkit.RequestPath;
import dev.hongyan.testkit.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A web page by hand: one call of the protocol at a time, exactly as the test says, right or wrong.
 * It keeps cookies, credentials and the last sync key, and decides nothing.
 */
final class Browser {

  static final String DEVICE = "e123456789012345";

  private RequestPath path;
  private final InstantSource time;
  private final Phones phones;
  final Map<String, String> cookies = new TreeMap<>();
  String source = Server.MEMORY;
  WebApp app = WebApp.WEB;
  Origin origin;

  /** What the page says where a confirmed login goes on. */
  String page = "";

  Credentials credentials = Credentials.NONE;
  UserName self = UserName.NONE;
  SyncKey key = SyncKey.NONE;
  private int sent;

  /** Whoever scans login codes and confirms them. */
  interface Phones {
    void confirm(String uuid, String account) throws InterruptedException;
  }

  Browser(TestServer server) {
    this(
        server.path(),
        server.origin(),
        server.time(),
        (uuid, account) -> server.person(account).phone().scan(uuid).confirm());
  }

  Browser(RequestPath path, Origin origin, InstantSource time, Phones phones) {
    this.path = path;
    this.origin = origin;
    this.time = time;
    this.phones = phones;
  }

  /** One that has come as far as {@code webwxinit}. */
  static Browser of(TestServer server, String account) throws InterruptedException {
    Browser browser = new Browser(server);
    browser.logIn(account);
    var ignored = browser.init();
    return browser;
  }

  /** The same session at another server, with the same world. */
  void moveTo(RequestPath newPath) {
    path = newPath;
  }

  LoginUuid newCode() throws InterruptedException {
    return ask(NewCode.CALL, new NewCode.Request(app.id(), page)).uuid();
  }

  /** A poll with {@code tip=1}: nobody was seen scanning yet. */
  LoginPoll.Reply firstPoll(LoginUuid uuid) throws InterruptedException {
    return ask(LoginPoll.CALL, new LoginPoll.Request(uuid, true, true));
  }

  /** A poll with {@code tip=0}. */
  LoginPoll.Reply laterPoll(LoginUuid uuid) throws InterruptedException {
    return ask(LoginPoll.CALL, new LoginPoll.Request(uuid, false, true));
  }

  /** The query of the address at which a confirmed login goes on. */
  String confirmed(String account) throws InterruptedException {
    LoginUuid uuid = newCode();
    phones.confirm(uuid.value(), account);
    return ((LoginPoll.Confirmed) laterPoll(uuid)).redirectUri().query();
  }

  void logIn(String account) throws InterruptedException {
    var ignored = enter(confirmed(account));
  }

  LoginPage.Reply enter(String query) throws InterruptedException {
    LoginPage.Reply page = ask(LoginPage.CALL, new LoginPage.Request(query));
    credentials = page.credentials();
    return page;
  }

  PushLogin.Reply push() throws InterruptedException {
    return ask(PushLogin.CALL, new PushLogin.Request(credentials.uin()));
  }

  Init.Reply init() throws InterruptedException {
    Init.Reply init = ask(Init.CALL, new Init.Request(base(), credentials.passTicket()));
    if (init.status().isOk()) {
      credentials = credentials.renewed(init.skey());
      self = init.self().userName();
      key = init.syncKey();
    }
    return init;
  }

  StatusNotify.Reply notify(int code, UserName to) throws InterruptedException {
    return ask(
        StatusNotify.CALL,
        new StatusNotify.Request(
            base(), credentials.passTicket(), code, self, to, new ClientMessageId("1")));
  }

  ContactPage.Reply contacts(long seq) throws InterruptedException {
    return ask(
        ContactPage.CALL,
        new ContactPage.Request(credentials.skey(), credentials.passTicket(), seq));
  }

  ContactBatch.Reply batch(List<UserName> names) throws InterruptedException {
    return ask(
        ContactBatch.CALL,
        new ContactBatch.Request(
            base(), credentials.passTicket(), names.stream().map(ContactBatch.Entry::of).toList()));
  }

  SyncCheck.Reply check() throws InterruptedException {
    return check(key.parameter());
  }

  SyncCheck.Reply check(String since) throws InterruptedException {
    return ask(SyncCheck.CALL, new SyncCheck.Request(base(), since));
  }

  /** Fetches what is new and keeps the key that comes with it. */
  Sync.Reply sync() throws InterruptedException {
    Sync.Reply news = sync(key);
    if (news.syncKey().isPresent()) {
      key = news.syncKey();
    }
    return news;
  }

  /** Fetches what is new since a key, and keeps nothing. */
  Sync.Reply sync(SyncKey since) throws InterruptedException {
    return ask(Sync.CALL, new Sync.Request(base(), credentials.passTicket(), since));
  }

  SendReply send(UserName to, String text) throws InterruptedException {
    return send(to, text, "170000000000" + sent++);
  }

  SendReply send(UserName to, String text, String clientId) throws InterruptedException {
    return ask(SendText.CALL, sending(to, text, clientId));
  }

  SendRequest<OutgoingText> sending(UserName to, String text, String clientId) {
    return new SendRequest<>(
        base(),
        credentials.passTicket(),
        OutgoingText.of(text, new Envelope(self, to, new ClientMessageId(clientId))));
  }

  Logout.Reply logOut() throws InterruptedException {
    return ask(
        Logout.CALL,
        new Logout.Request(credentials.uin(), credentials.sid(), credentials.skey(), false));
  }

  /** What this session calls somebody, found by his nick name as anybody would. */
  UserName nameOf(String nickName) throws InterruptedException {
    return contacts(0).contacts().stream()
        .filter(contact -> contact.names().nickName().equals(nickName))
        .map(Contact::userName)
        .findFirst()
        .orElseThrow();
  }

  BaseRequest base() {
    return BaseRequest.of(credentials, app.deviceIdPrefix() + DEVICE.substring(1));
  }

  <Q, R> R ask(Call<Q, R> call, Q question) throws InterruptedException {
    return call.reply(exchange(request(call, question)));
  }

  /** The request as the web page would send it, without cookies. */
  <Q> WebRequest request(Call<Q, ?> call, Q question) {
    return call.request(question, origin, new CallContext(time.millis(), "zh_CN", "", app));
  }

  /** Brings a request there and its reply back, with cookies both ways. */
  WebReply exchange(WebRequest request) throws InterruptedException {
    String line =
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    WebRequest dressed =
        line.isEmpty() ? request : request.with(request.headers().and("Cookie", line));
    WebReply reply = carried(dressed);
    for (String set : reply.headers().all("Set-Cookie")) {
      SetCookie.parse(set, Instant.EPOCH)
          .ifPresent(cookie -> {
            if (cookie.value().isEmpty()) {
              cookies.remove(cookie.name());
            } else {
              cookies.put(cookie.name(), cookie.value());
            }
          });
    }
    return reply;
  }

  private WebReply carried(WebRequest dressed) throws InterruptedException {
    try {
      return path.exchange(dressed, source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

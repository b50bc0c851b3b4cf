// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.client.http.BodySink;
import dev.hongyan.client.http.HttpTransport;
import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.SetCookie;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.Logout;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.protocol.login.PushLogin;
import dev.hongyan.protocol.login.RedirectUri;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.OutgoingText;
import dev.hongyan.protocol.message.SendReply;
import dev.hongyan.protocol.message.SendRequest;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.sync.ContactChange;
import dev.hongyan.protocol.sync.ContactGone;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.ProfileChange;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.time.Signal;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * A service in memory for one account, small enough to be read: it holds polls, hands out pages,
 * keeps a mailbox, and does wrong what a test tells it to.
 */
final class FakeService implements HttpTransport {

  static final UserName SELF = new UserName("@self");
  private static final Duration HOLD = Duration.ofSeconds(25);

  final Map<UserName, Contact> people = new LinkedHashMap<>();
  final Map<UserName, Contact> details = new HashMap<>();
  final List<String> calls = new CopyOnWriteArrayList<>();
  final Map<String, OutgoingText> sent = new LinkedHashMap<>();
  final List<SyncKey> checkedKeys = new CopyOnWriteArrayList<>();
  final Queue<LoginPoll.Reply> phone = new ArrayDeque<>();
  final List<List<UserName>> batches = new CopyOnWriteArrayList<>();
  Supplier<LoginPage.Reply> loginPage = () -> LoginPage.Reply.of(credentials());
  Supplier<PushLogin.Reply> pushLogin = () -> PushLogin.Reply.refused("1", "no");
  Status sendStatus = Status.OK;
  Retcode sessionState = Retcode.OK;
  Secret renewedKey = Secret.NONE;
  long uin = 7;
  boolean offersCodes = true;
  int pageSize = 100;

  final Queue<ContactChange> changes = new ConcurrentLinkedQueue<>();
  final Queue<ContactGone> gone = new ConcurrentLinkedQueue<>();
  ProfileChange profile = ProfileChange.NONE;

  final FakeMedia media = new FakeMedia();
  private final Time time;
  private final Signal news;
  private final List<MessageItem> mailbox = new ArrayList<>();
  private final Map<String, Queue<Fault>> faults = new HashMap<>();
  private final Set<String> failed = new HashSet<>();
  private Secret skey = new Secret("secret-skey");
  private int codes;

  /** What goes wrong with an exchange. */
  enum Fault {
    /** The request never arrives. */
    LOST_REQUEST,
    /** The request is served, the answer is lost. */
    LOST_ANSWER,
    /** Somebody else answers. */
    BAD_GATEWAY,
    /** The answer is cut. */
    HALF
  }

  FakeService(Time time) {
    this.time = time;
    this.news = time.signal();
  }

  Credentials credentials() {
    return new Credentials(uin, new Secret("secret-sid"), skey, new Secret("secret%2Bticket"));
  }

  synchronized void fail(String call, Fault fault, int times) {
    Queue<Fault> queue = faults.computeIfAbsent(call, _ -> new ArrayDeque<>());
    for (int i = 0; i < times; i++) {
      queue.add(fault);
    }
  }

  /** From now on nothing fails any more. */
  synchronized void heal() {
    faults.clear();
  }

  /** Whether a fault of this call has been used up. */
  synchronized boolean hasFailed(String call) {
    return failed.contains(call);
  }

  synchronized void deliver(MessageItem item) {
    mailbox.add(item);
    news.raise();
  }

  synchronized void endSession(Retcode how) {
    sessionState = how;
    news.raise();
  }

  synchronized void renewKey(String key) {
    renewedKey = new Secret(key);
  }

  synchronized long count(String call) {
    return calls.stream().filter(call::equals).count();
  }

  synchronized List<OutgoingText> sent() {
    return List.copyOf(sent.values());
  }

  @Override
  public WebReply exchange(WebRequest request, Limits limits)
      throws IOException, InterruptedException {
    Call<?, ?> call = callOf(request);
    Optional<Fault> fault = noteAndTakeFault(call);
    if (fault.isPresent() && fault.get() == Fault.LOST_REQUEST) {
      throw new IOException("connection refused");
    }
    if (fault.isPresent() && fault.get() == Fault.BAD_GATEWAY) {
      return new WebReply(502, Headers.NONE, Body.of("<html>Bad Gateway</html>"));
    }
    if (call.equals(SyncCheck.CALL)) {
      hold(request);
    }
    WebReply reply = answer(call, request);
    if (fault.isPresent() && fault.get() == Fault.LOST_ANSWER) {
      throw new IOException("connection reset");
    }
    if (fault.isPresent()) {
      String text = reply.body().text();
      return new WebReply(200, reply.headers(), Body.of(text.substring(0, text.length() / 2)));
    }
    return reply;
  }

  /** As the default does it, but for bodies that break off. */
  @Override
  public WebReply exchange(WebRequest request, FlowLimits limits, BodySink sink)
      throws IOException, InterruptedException {
    OptionalInt cut = media.nextCut();
    if (cut.isEmpty()) {
      return HttpTransport.super.exchange(request, limits, sink);
    }
    WebReply reply = exchange(request, new Limits(limits.deadline(), Integer.MAX_VALUE));
    String length = Long.toString(reply.body().length());
    try (OutputStream out =
        sink.open(
            new WebReply(
                reply.status(), reply.headers().and("Content-Length", length), Body.EMPTY))) {
      out.write(reply.body().bytes(), 0, cut.getAsInt());
    }
    throw new IOException("connection reset");
  }

  private static Call<?, ?> callOf(WebRequest request) {
    return Catalog.calls().stream()
        .filter(call -> call.path().equals(request.path()))
        .findFirst()
        .orElseThrow();
  }

  private synchronized Optional<Fault> noteAndTakeFault(Call<?, ?> call) {
    calls.add(call.name());
    Queue<Fault> waiting = faults.getOrDefault(call.name(), new ArrayDeque<>());
    Optional<Fault> fault = Optional.ofNullable(waiting.poll());
    fault.ifPresent(_ -> failed.add(call.name()));
    return fault;
  }

  private void hold(WebRequest request) throws InterruptedException {
    SyncKey key = SyncCheck.CALL.read(request).syncKey().orElseThrow();
    synchronized (this) {
      checkedKeys.add(key);
    }
    long until = time.millis() + HOLD.toMillis();
    while (!hasNews(key) && time.millis() < until) {
      var ignored = news.await(Duration.ofMillis(until - time.millis()));
    }
  }

  private synchronized boolean hasNews(SyncKey key) {
    return position(key) < mailbox.size() || !sessionState.isOk();
  }

  private static int position(SyncKey key) {
    return Math.toIntExact(key.val(2).orElseThrow());
  }

  private synchronized WebReply answer(Call<?, ?> call, WebRequest request) {
    return switch (call.name()) {
      case "jslogin" -> NewCode.CALL.answer(newCode());
      case "login" -> LoginPoll.CALL.answer(poll());
      case "webwxnewloginpage" -> withCookies(LoginPage.CALL.answer(loginPage.get()));
      case "webwxpushloginurl" -> PushLogin.CALL.answer(pushLogin.get());
      case "webwxinit" -> Init.CALL.answer(init(Init.CALL.read(request).base()));
      case "webwxstatusnotify" ->
          StatusNotify.CALL.answer(new StatusNotify.Reply(status(), new MessageId(1)));
      case "webwxgetcontact" -> ContactPage.CALL.answer(page(ContactPage.CALL.read(request)));
      case "webwxbatchgetcontact" ->
          ContactBatch.CALL.answer(batch(ContactBatch.CALL.read(request)));
      case "synccheck" -> SyncCheck.CALL.answer(check(SyncCheck.CALL.read(request)));
      case "webwxsync" -> Sync.CALL.answer(sync(Sync.CALL.read(request)));
      case "webwxsendmsg" -> SendText.CALL.answer(send(SendText.CALL.read(request)));
      case "webwxlogout" -> {
        sessionState = Retcode.SESSION_ENDED;
        news.raise();
        yield Logout.CALL.answer(new Logout.Reply(Status.OK));
      }
      default -> media.answer(call, request);
    };
  }

  private NewCode.Reply newCode() {
    return offersCodes
        ? NewCode.Reply.of(new LoginUuid("code" + ++codes))
        : NewCode.Reply.refused();
  }

  private LoginPoll.Reply poll() {
    return Optional.ofNullable(phone.poll()).orElseGet(LoginPoll.Expired::new);
  }

  static LoginPoll.Reply confirmed() {
    return new LoginPoll.Confirmed(
        RedirectUri.parse("https://wx9.example.com/cgi-bin/mmwebwx-bin/webwxnewloginpage?ticket=t")
            .orElseThrow());
  }

  private static WebReply withCookies(WebReply reply) {
    Headers headers = reply.headers();
    for (SetCookie cookie :
        List.of(
            SetCookie.of("wxsid", "secret-sid"),
            SetCookie.of("webwxuvid", "secret-uvid"),
            SetCookie.of("webwx_data_ticket", "secret-ticket"))) {
      headers = headers.and("Set-Cookie", cookie.forDomain("wx9.example.com").line());
    }
    return new WebReply(reply.status(), headers, reply.body());
  }

  private Status status() {
    return Status.of(sessionState);
  }

  private boolean isWrong(BaseRequest base) {
    return !base.sid().equals(credentials().sid()) || !base.skey().equals(skey);
  }

  private Init.Reply init(BaseRequest base) {
    if (!sessionState.isOk() || isWrong(base)) {
      return Init.Reply.refused(sessionState.isOk() ? Status.of(Retcode.SESSION_ENDED) : status());
    }
    Self self = new Self(7, SELF, Names.of("林"), "", 0, "", false, 0);
    List<UserName> chats = details.keySet().stream().filter(UserName::isRoom).toList();
    return new Init.Reply(
        Status.OK, List.of(), key(), self, chats, skey, time.instant(), List.of());
  }

  /** Another one, as it is on the service: a client must not take one for both. */
  private SyncKey checkKey() {
    return new SyncKey(List.of(new SyncKey.Pair(2, mailbox.size()), new SyncKey.Pair(1000, 7)));
  }

  private SyncKey key() {
    return new SyncKey(List.of(new SyncKey.Pair(1, 1000), new SyncKey.Pair(2, mailbox.size())));
  }

  private ContactPage.Reply page(ContactPage.Request request) {
    List<Contact> all = List.copyOf(people.values());
    int from = Math.toIntExact(request.seq());
    int to = Math.min(all.size(), from + pageSize);
    return new ContactPage.Reply(status(), all.subList(from, to), to < all.size() ? to : 0);
  }

  private ContactBatch.Reply batch(ContactBatch.Request request) {
    batches.add(request.entries().stream().map(ContactBatch.Entry::userName).toList());
    return new ContactBatch.Reply(
        status(),
        request.entries().stream()
            .map(entry -> details.getOrDefault(entry.userName(), nobody(entry.userName())))
            .toList());
  }

  private static Contact nobody(UserName name) {
    Contact none = Contact.NONE;
    return new Contact(
        0, name, none.names(), none.traits(), none.headImage(), none.flags(), none.room());
  }

  private SyncCheck.Reply check(SyncCheck.Request request) {
    boolean waiting = position(request.syncKey().orElseThrow()) < mailbox.size();
    return new SyncCheck.Reply(
        isWrong(request.base()) ? Retcode.SESSION_ENDED : sessionState, waiting ? 2 : 0);
  }

  private Sync.Reply sync(Sync.Request request) {
    if (!sessionState.isOk() || isWrong(request.base())) {
      return Sync.Reply.refused(Status.of(Retcode.SESSION_ENDED));
    }
    Secret renewed = renewedKey;
    renewedKey = Secret.NONE;
    skey = renewed.isPresent() ? renewed : skey;
    return new Sync.Reply(
        Status.OK,
        mailbox.subList(position(request.syncKey()), mailbox.size()),
        all(changes),
        all(gone),
        profile,
        false,
        key(),
        renewed,
        checkKey());
  }

  private static <T> List<T> all(Queue<T> queue) {
    List<T> all = List.copyOf(queue);
    queue.clear();
    return all;
  }

  private SendReply send(SendRequest<OutgoingText> request) {
    if (!sendStatus.isOk() || isWrong(request.base())) {
      return SendReply.refused(sendStatus.isOk() ? Status.of(Retcode.SESSION_ENDED) : sendStatus);
    }
    sent.putIfAbsent(request.message().envelope().clientId().value(), request.message());
    long id =
        900L + List.copyOf(sent.keySet()).indexOf(request.message().envelope().clientId().value());
    return new SendReply(Status.OK, new MessageId(id), request.message().envelope().clientId());
  }
}

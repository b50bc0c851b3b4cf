// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.session;

import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.store.KnownRooms;
import dev.hongyan.client.store.SavedSession;
import dev.hongyan.client.store.SessionStore;
import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.RefusedException;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Retcode.Policy;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.SessionEndedException;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.protocol.media.Media;
import dev.hongyan.protocol.message.WireText;
import dev.hongyan.protocol.sync.ProfileChange;
import dev.hongyan.time.Randomness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One login of an account: its keys, where they are good, and whether they still are. */
public final class Session {

  private static final int DEVICE_ID_DIGITS = 15;

  /** The page's script reads this cookie as well (protocol reference 2.5). */
  private static final String DATA_TICKET = "webwx_data_ticket";

  private final String id;
  private final Caller caller;
  private final Hosts hosts;
  private final SessionStore store;
  private final Randomness randomness;
  private final Ownership ownership;
  private final List<Consumer<SessionEnd>> watchers = new CopyOnWriteArrayList<>();
  private final AtomicReference<Optional<SessionEnd>> end = new AtomicReference<>(Optional.empty());
  private final AtomicReference<KnownRooms> rooms = new AtomicReference<>(KnownRooms.NONE);
  private volatile Credentials credentials;
  private volatile Self self = Self.NONE;
  private volatile boolean leaving;

  /** Who moves a session on. */
  public enum Ownership {
    /** This process: it saves what the server renews. */
    OWNED,
    /**
     * Another process does: the keys are read afresh before each call, and of the session nothing
     * is written but its end.
     */
    SHARED
  }

  /**
   * What a call needs of its session.
   *
   * @param base keys and a new device id
   * @param passTicket as it came
   * @param dataTicket what uploads and downloads of files need
   * @param self the account's own name
   */
  public record Keys(BaseRequest base, Secret passTicket, Secret dataTicket, UserName self) {}

  public Session(
      String id,
      Caller caller,
      Hosts hosts,
      SessionStore store,
      Randomness randomness,
      Ownership ownership,
      Credentials credentials) {
    this.id = id;
    this.caller = caller;
    this.hosts = hosts;
    this.store = store;
    this.randomness = randomness;
    this.ownership = ownership;
    this.credentials = credentials;
  }

  /** Our own name for it. */
  public String id() {
    return id;
  }

  /** As what its client presents itself. */
  public Profile profile() {
    return caller.profile();
  }

  /** The account itself. */
  public Self self() {
    return self;
  }

  /** Tells who the account is, once init has said so. */
  public void introduce(Self newSelf) {
    self = newSelf;
  }

  /** Takes a new nick name, if there is one. */
  public void rename(ProfileChange change) {
    if (change.isPresent() && !change.nickName().isEmpty()) {
      Self old = self;
      Names names = Names.of(WireText.decode(change.nickName()));
      self =
          new Self(
              old.uin(),
              old.userName(),
              names,
              old.headImage(),
              old.sex(),
              old.signature(),
              old.hasPicture(),
              old.snsFlag());
    }
  }

  /** Makes a call with the session's keys and returns whatever the answer is. */
  public <Q, R> R ask(Call<Q, R> call, Function<Keys, Q> question) throws InterruptedException {
    if (ownership == Ownership.SHARED) {
      readAfresh(call);
    }
    return caller.ask(call, question.apply(keys()), hosts);
  }

  /** Makes a call that brings media, and lets them flow into a sink. */
  public <Q> void fetch(Call<Q, Media> call, Function<Keys, Q> question, MediaSink sink)
      throws InterruptedException {
    if (ownership == Ownership.SHARED) {
      readAfresh(call);
    }
    caller.fetch(call, question.apply(keys()), hosts, sink);
  }

  private Keys keys() {
    Credentials now = credentials;
    String deviceId = profile().app().deviceIdPrefix() + randomness.digits(DEVICE_ID_DIGITS);
    return new Keys(
        BaseRequest.of(now, deviceId),
        now.passTicket(),
        new Secret(caller.cookies().value(DATA_TICKET)),
        self.userName());
  }

  /**
   * Makes a call that has to succeed.
   *
   * @throws SessionEndedException if the answer says that the session is over; it then is
   * @throws RefusedException if the answer is any other refusal
   */
  public <Q, R extends Answer> R demand(Call<Q, R> call, Function<Keys, Q> question)
      throws InterruptedException {
    R answer = ask(call, question);
    Status status = answer.status();
    Retcode ret = status.ret();
    if (status.policy() == Policy.SESSION_OVER) {
      end(new SessionEnd.ByServer(ret));
      throw new SessionEndedException(call.name(), ret);
    }
    if (status.policy() != Policy.SUCCESS) {
      throw new RefusedException(call.name(), ret, status.text());
    }
    return answer;
  }

  /** Takes a renewed key, if there is one. */
  public void renew(Secret skey) {
    if (skey.isPresent() && !skey.equals(credentials.skey())) {
      credentials = credentials.renewed(skey);
      save();
    }
  }

  /** The rooms that are known to whoever shares this session. */
  public KnownRooms rooms() {
    return rooms.get();
  }

  /**
   * Lets all who share this session know of these rooms, too: only one of them is told by the
   * server.
   */
  public void knowRooms(List<UserName> known) {
    KnownRooms before = rooms.getAndUpdate(now -> now.with(known));
    if (!before.containsAll(known)) {
      switch (ownership) {
        case OWNED -> save();
        case SHARED -> revise(saved -> saved.with(known));
      }
    }
  }

  /**
   * Keeps who owns rooms.
   *
   * @return what was known before; nothing if the session is shared, for its owner hears of it all
   */
  public KnownRooms knowOwners(Map<UserName, UserName> owners) {
    if (ownership == Ownership.SHARED) {
      return KnownRooms.NONE;
    }
    KnownRooms before = rooms.getAndUpdate(now -> now.ownedBy(owners));
    if (!before.equals(before.ownedBy(owners))) {
      save();
    }
    return before;
  }

  /** Lets all who share this session forget a room. */
  public void forgetRoom(UserName room) {
    KnownRooms before = rooms.getAndUpdate(now -> now.without(room));
    if (before.contains(room)) {
      switch (ownership) {
        case OWNED -> save();
        case SHARED -> revise(saved -> saved.without(room));
      }
    }
  }

  private void revise(UnaryOperator<KnownRooms> revision) {
    store.reviseUnowned(saved -> {
      // The owner may have logged in anew meanwhile.
      return saved.id().equals(id) ? saved.knowing(revision.apply(saved.rooms())) : saved;
    });
  }

  /** Keeps the session as it is now, cookies and all. */
  public void save() {
    if (ownership == Ownership.OWNED && end.get().isEmpty()) {
      store.save(SavedSessions.of(this, SavedSession.State.OPEN));
    }
  }

  /** Something that tells the server. */
  @FunctionalInterface
  public interface Leaving {
    /** Tells it. */
    void run() throws InterruptedException;
  }

  /**
   * Ends the session by telling the server so. The sync loop may hear of it before we do: that the
   * session is over then means that we have left.
   */
  public void leave(Leaving leave) throws InterruptedException {
    leaving = true;
    try {
      leave.run();
      end(new SessionEnd.LoggedOut());
    } finally {
      leaving = false;
    }
  }

  /** Ends the session; only the first reason counts. */
  public void end(SessionEnd why) {
    SessionEnd reason =
        leaving && why instanceof SessionEnd.ByServer ? new SessionEnd.LoggedOut() : why;
    if (!end.compareAndSet(Optional.empty(), Optional.of(reason))) {
      return;
    }
    if (!(reason instanceof SessionEnd.Failed)) {
      saveEnd();
    }
    watchers.forEach(watcher -> watcher.accept(reason));
  }

  private void saveEnd() {
    switch (ownership) {
      case OWNED -> store.save(SavedSessions.of(this, SavedSession.State.ENDED));
      // The owner may have logged in anew meanwhile: a later session is none of ours to end.
      case SHARED ->
          store
              .load()
              .filter(saved -> saved.id().equals(id))
              .ifPresent(saved -> store.save(saved.ended()));
    }
  }

  /** Why it has ended, if it has. */
  public Optional<SessionEnd> ending() {
    return end.get();
  }

  /** Has this called when the session ends, by whoever ends it. */
  public void onEnd(Consumer<SessionEnd> watcher) {
    watchers.add(watcher);
  }

  Credentials credentials() {
    return credentials;
  }

  Hosts hosts() {
    return hosts;
  }

  Caller caller() {
    return caller;
  }

  /** A later session in the store is another one: names of this one mean nothing in it. */
  private void readAfresh(Call<?, ?> call) {
    SavedSession saved =
        store
            .load()
            .filter(s -> s.id().equals(id) && s.state() == SavedSession.State.OPEN)
            .orElseThrow(() -> new SessionEndedException(call.name(), Retcode.NO_SESSION));
    recall(saved);
  }

  /** Takes up what was kept. */
  void recall(SavedSession saved) {
    credentials = saved.credentials();
    self = SavedSessions.self(saved);
    rooms.set(saved.rooms());
    caller.cookies().replaceBy(saved.cookies());
  }
}

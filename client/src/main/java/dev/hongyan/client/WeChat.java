// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.event.Subscription;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.identity.Identity;
import dev.hongyan.client.identity.StableId;
import dev.hongyan.client.message.LinkCheck;
import dev.hongyan.client.people.ContactOutcome;
import dev.hongyan.client.people.RoomOutcome;
import dev.hongyan.client.store.AccountInUseException;
import dev.hongyan.protocol.SessionEndedException;
import dev.hongyan.protocol.TransportException;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.protocol.message.FriendRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A client of Web WeChat for one account.
 *
 * {@snippet :
 * try (WeChat wechat = WeChat.builder().folder(Path.of("account")).build()) {
 *   wechat.onText((chat, text) -> chat.send("you said " + text.content()));
 *   wechat.login(step -> System.err.println(step));
 *   wechat.listen();
 * }
 * }
 *
 * <p>Methods block and are meant for virtual threads; all are safe for many threads. Calls throw
 * {@link dev.hongyan.protocol.WebWxException}: nobody answered, the answer made no sense, the
 * server refused, or the session is over.
 */
public final class WeChat implements AutoCloseable {

  private final Account account;

  WeChat(Options options, Runnable closeTransport) {
    this.account = new Account(options, closeTransport);
  }

  /** Sets up a client. */
  public static WeChatBuilder builder() {
    return new WeChatBuilder();
  }

  /** Has each message handled, in order of the chat; to be called before {@link #start}. */
  public void onMessage(MessageHandler handler) {
    account.handlers().forMessages(handler);
  }

  /**
   * Has each text handled that others write. What the account itself writes on its phone comes to
   * {@link #onMessage} only, unless this is a client of the file helper: there it is all there is.
   */
  public void onText(TextHandler handler) {
    account.handlers().forTexts(handler);
  }

  /**
   * Watches events, on a thread of its own.
   *
   * @param capacity how many events may wait, 1 or more
   */
  public Subscription subscribe(int capacity, Overflow overflow, Consumer<? super Event> watcher) {
    return account.hub().subscribe(capacity, overflow, watcher);
  }

  /**
   * Logs in: goes on with the saved session, or asks the phone, or has a code scanned. Afterwards
   * contacts and the members of rooms are known.
   *
   * @param screen is shown what happens, on the calling thread; codes above all
   * @return how it ended; a session only if it is {@link LoginOutcome.LoggedIn}
   * @throws AccountInUseException if another client has the account
   * @throws TransportException if the server could not be reached for some minutes
   */
  public LoginOutcome login(Consumer<? super LoginEvent> screen) throws InterruptedException {
    return account.logIn(screen);
  }

  /**
   * Logs in by a code that is scanned, though there may be a saved session, which this one replaces
   * once the phone has confirmed. Otherwise as {@link #login}.
   */
  public LoginOutcome loginByCode(Consumer<? super LoginEvent> screen) throws InterruptedException {
    return account.logInByCode(screen);
  }

  /**
   * Goes on with the saved session, without troubling anybody.
   *
   * @return {@link LoginOutcome.LoggedIn} or {@link LoginOutcome.NoSession}, rarely a refusal
   * @throws AccountInUseException if another client has the account; then {@link #attach} does
   */
  public LoginOutcome restore() throws InterruptedException {
    return account.restore();
  }

  /**
   * Shares the session of another process: to send and to look, not to receive. The keys are read
   * afresh before each call, and what is being sent is not kept. Contacts are known after {@link
   * #loadContacts}.
   *
   * @return {@link LoginOutcome.LoggedIn} or {@link LoginOutcome.NoSession}
   */
  public LoginOutcome attach() {
    return account.attach();
  }

  /** Loads the contact list anew, and all rooms that are known with their members. */
  public void loadContacts() throws InterruptedException {
    account.loadContacts();
  }

  /**
   * Begins to receive messages, and to repeat what was being sent when the last process ended.
   * Returns at once; does nothing if it has been called before.
   *
   * @throws IllegalStateException if the session is shared with another process
   */
  public void start() {
    account.start();
  }

  /** Receives messages until the session ends, and tells why it did. */
  public SessionEnd listen() throws InterruptedException {
    start();
    return account.awaitEnd();
  }

  /** As what this client presents itself. */
  public Profile profile() {
    return account.profile();
  }

  /** The account itself. */
  public Self self() {
    return account.connection().session().self();
  }

  /** Everybody in the address book but the rooms and the account itself. */
  public List<Contact> contacts() {
    UserName self = self().userName();
    return known().stream()
        .filter(contact -> !contact.userName().isRoom() && contact.flags().isContact())
        .filter(contact -> !contact.userName().equals(self))
        .toList();
  }

  /** The rooms that are known. More become known as messages come. */
  public List<Contact> rooms() {
    return known().stream().filter(contact -> contact.userName().isRoom()).toList();
  }

  /**
   * Who somebody or some room is, across logins; empty if they are neither in the address book nor
   * in a room that is known.
   */
  public Optional<Identity> identity(UserName userName) {
    return account.connection().identities().of(userName);
  }

  /** The chat with whoever has this id, if he is in this session. */
  public Optional<Chat> find(StableId id) {
    return account.connection().identities().userName(id).map(this::chat);
  }

  private List<Contact> known() {
    return account.connection().directory().book().all();
  }

  /** The chat with whoever this is. */
  public Chat chat(UserName userName) {
    return account.connection().chat(userName);
  }

  /**
   * The chat with the account's own phone: what is sent there appears in its file transfer chat.
   */
  public Chat phone() {
    return chat(UserName.FILE_HELPER);
  }

  /**
   * The chats that go by this remark, nick name, room name, WeChat id or user name: none, one, or
   * several that share it.
   */
  public List<Chat> find(String name) {
    if (name.equals(UserName.FILE_HELPER.value())) {
      return List.of(chat(UserName.FILE_HELPER));
    }
    return known().stream()
        .filter(contact -> goesBy(contact, name))
        .map(contact -> chat(contact.userName()))
        .toList();
  }

  private static boolean goesBy(Contact contact, String name) {
    return !name.isEmpty()
        && (name.equals(contact.names().remarkName())
            || name.equals(contact.names().nickName())
            || name.equals(contact.traits().alias())
            || name.equals(contact.shownName())
            || name.equals(contact.userName().value()));
  }

  /**
   * Opens a chat room. The service has closed this to most accounts in 2018, and to those who do it
   * often (protocol reference 3.29, 9).
   *
   * @param others two at least, friends all of them
   * @param name what to call it; empty for no name
   * @throws IllegalArgumentException if fewer than two others are named
   */
  public RoomOutcome createRoom(Collection<UserName> others, String name)
      throws InterruptedException {
    return account.connection().rooms().create(others, name);
  }

  /** Accepts who wants to be a friend; the request came as a message. */
  public ContactOutcome accept(FriendRequest request) throws InterruptedException {
    return account.connection().friends().accept(request);
  }

  /**
   * The chats with those whom the server finds under a WeChat id, strangers too. The web client has
   * no button for it any more (protocol reference 3.34).
   */
  public List<Chat> search(String id) throws InterruptedException {
    return account.connection().friends().search(id).stream().map(this::chat).toList();
  }

  /**
   * Asks the service whether a link may be followed, as the web client does before it opens one.
   * The service hears of the link by this.
   */
  public LinkCheck check(String link) throws InterruptedException {
    return account.connection().service().check(link);
  }

  /**
   * Says something to those who run the service, as the web client's feedback form does.
   *
   * @throws dev.hongyan.protocol.RefusedException if they do not want to hear it
   */
  public void tellService(String words) throws InterruptedException {
    account.connection().service().tell(words);
  }

  /** How many messages a handler has failed on. */
  public long handlerFailures() {
    return account.handlerFailures();
  }

  /**
   * Logs out: the session is over for everybody who shares it.
   *
   * @throws SessionEndedException if it is over already
   */
  public void logout() throws InterruptedException {
    account.logOut();
  }

  /**
   * Ends all threads and waits for them. The session goes on: the next {@link #login} restores it.
   * A message whose handler was at it comes again, marked as redelivered.
   */
  @Override
  public void close() {
    account.close();
  }
}

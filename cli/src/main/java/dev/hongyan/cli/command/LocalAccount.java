// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.client.WeChat;
import dev.hongyan.client.WeChatBuilder;
import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.event.Subscription;
import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.store.AccountStore;
import dev.hongyan.client.store.SavedSession;
import dev.hongyan.client.store.SessionStore;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.SessionEndedException;
import dev.hongyan.protocol.WebApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An account as it is kept on this machine.
 *
 * @param name our label for it
 * @param folder where it is kept; may not be there yet
 * @param wanted the server that the arguments name, if they do
 * @param kind the kind of client that they name, if they do
 * @param options the arguments that led here, with a blank before each: what another command needs
 *     to be about the same account
 */
record LocalAccount(
    Hongyan hongyan,
    String name,
    Path folder,
    Optional<Hosts> wanted,
    Optional<WebApp> kind,
    String options) {

  /** Contact lists come in pages; only the latest count is shown. */
  private static final int PROGRESS_QUEUE = 4;

  /** What is done with a session. */
  interface Use {
    Exit with(WeChat wechat) throws InterruptedException;
  }

  /** What a client is set up with beside what is kept. */
  interface Setup {
    void on(WeChatBuilder builder);
  }

  /** What the server is asked for, about somebody, a room or a message. */
  interface Wish {
    Exit with(NameSearch search, WishReport report) throws InterruptedException;
  }

  /** The same account, for a client of this kind. */
  LocalAccount as(WebApp newKind) {
    return new LocalAccount(hongyan, name, folder, wanted, Optional.of(newKind), options);
  }

  /** As what to present ourselves: as wanted, or as before, or as suits the wanted hosts. */
  private Profile profile() {
    WebApp app =
        kind.or(() -> saved().filter(session -> !isElsewhere(session)).map(SavedSession::app))
            .orElse(
                wanted.filter(Hosts.Entry.class::isInstance).isPresent()
                    ? WebApp.FILE_HELPER
                    : WebApp.WEB);
    Profile usual =
        switch (app) {
          case WEB -> Profile.WEB;
          case FILE_HELPER -> Profile.fileHelper();
        };
    return usual.with(choices().load().toArray(Profile.Choice[]::new));
  }

  /** What it does otherwise than usually. */
  AccountChoices choices() {
    return new AccountChoices(folder);
  }

  /** Whether a client of this kind can work at these hosts. */
  boolean isPossible() {
    return wanted.map(profile()::suits).orElse(true);
  }

  /** The session last saved. */
  Optional<SavedSession> saved() {
    return Files.isDirectory(folder) ? sessions().load() : Optional.empty();
  }

  private SessionStore sessions() {
    return AccountStore.folder(folder).sessions();
  }

  /** A client of this account. */
  WeChat wechat() {
    return wechat(_ -> {});
  }

  private WeChat wechat(Setup setup) {
    WeChatBuilder builder =
        WeChat.builder()
            .folder(folder)
            .profile(profile())
            .time(hongyan.time())
            .randomness(hongyan.randomness());
    wanted.ifPresent(builder::hosts);
    setup.on(builder);
    return builder.build();
  }

  /**
   * Uses the saved session, which another process may be using as well.
   *
   * @throws FailedException if there is none, or it is over
   */
  Exit share(Use use) throws InterruptedException {
    return share(_ -> {}, use);
  }

  /** The same by a client that is set up so. */
  Exit share(Setup setup, Use use) throws InterruptedException {
    var ignored = openSession();
    try (WeChat wechat = wechat(setup)) {
      if (!(wechat.attach() instanceof LoginOutcome.LoggedIn)) {
        throw noSession();
      }
      return use.with(wechat);
    } catch (SessionEndedException _) {
      throw new FailedException(Exit.NO_SESSION, sessionOver());
    }
  }

  /** The same for a wish; an exit code. */
  int wish(Wish wish) throws InterruptedException {
    return share(
            wechat -> wish.with(new NameSearch(hongyan, this, wechat), new WishReport(hongyan)))
        .code();
  }

  /**
   * As {@link #share}, with everybody known who is in the address book.
   *
   * @throws FailedException if there is no session
   */
  Exit shareKnowingContacts(Use use) throws InterruptedException {
    return share(wechat -> {
      loadContacts(wechat);
      return use.with(wechat);
    });
  }

  /** Loads the address book, and tells how far that is. */
  void loadContacts(WeChat wechat) throws InterruptedException {
    try (Subscription _ = showProgress(wechat)) {
      wechat.loadContacts();
    }
  }

  /**
   * The saved session, as long as it may be alive.
   *
   * @throws FailedException if there is none
   */
  SavedSession openSession() {
    SavedSession session = saved().orElseThrow(this::noSession);
    requireSameServer(session);
    if (session.state() == SavedSession.State.ENDED) {
      throw noSession();
    }
    return session;
  }

  private void requireSameServer(SavedSession session) {
    if (isElsewhere(session)) {
      throw new FailedException(
          Exit.USAGE, hongyan.texts().get("other-server", name, session.main(), options));
    }
  }

  /** Whether the arguments name another server or kind of client than this session's. */
  boolean isElsewhere(SavedSession session) {
    return kind.filter(app -> app != session.app()).isPresent()
        || wanted.filter(hosts -> !isAt(session, hosts)).isPresent();
  }

  private static boolean isAt(SavedSession session, Hosts hosts) {
    return switch (hosts) {
      case Hosts.Server server -> session.isOneServer() && server.base().equals(session.main());
      case Hosts.Family _ -> !session.isOneServer() && session.app() == WebApp.WEB;
      case Hosts.Entry _ -> !session.isOneServer() && session.app() == WebApp.FILE_HELPER;
    };
  }

  /** What to tell who is not logged in. */
  FailedException noSession() {
    return new FailedException(
        Exit.NO_SESSION, hongyan.texts().get("no-session", name, profileOption() + options));
  }

  private String profileOption() {
    return kind.filter(WebApp.FILE_HELPER::equals).isPresent() ? " --profile filehelper" : "";
  }

  /** What to tell whose session has ended. */
  String sessionOver() {
    return hongyan.texts().get("session-ended", options);
  }

  /** Where the account is or begins, in words. */
  String place() {
    return wanted
        .map(hosts -> hosts.origin(HostRole.MAIN))
        .or(() -> saved().filter(this::isWhereWeBegin).map(SavedSession::main))
        .orElseGet(() -> profile().hosts().origin(HostRole.MAIN))
        .toString();
  }

  /** A server of one address takes clients of any kind. */
  private boolean isWhereWeBegin(SavedSession session) {
    return session.isOneServer() || !isElsewhere(session);
  }

  /** Shows how many contacts have been loaded, as they come. */
  Subscription showProgress(WeChat wechat) {
    return wechat.subscribe(
        PROGRESS_QUEUE,
        Overflow.DROP_OLDEST,
        event -> {
          if (event instanceof Event.ContactsLoaded(int soFar)) {
            hongyan.console().progress(hongyan.texts().get("loading", soFar));
          }
        });
  }
}

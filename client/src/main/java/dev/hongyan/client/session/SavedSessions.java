// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.session;

import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.session.Session.Ownership;
import dev.hongyan.client.store.SavedSession;
import dev.hongyan.client.store.SavedSession.Place;
import dev.hongyan.client.store.SavedSession.State;
import dev.hongyan.client.store.SessionStore;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.time.Randomness;

/** Sessions to and from what is kept of them. */
public final class SavedSessions {

  private SavedSessions() {}

  /** What is kept of a session. */
  static SavedSession of(Session session, State state) {
    return new SavedSession(
        session.id(),
        place(session.profile().app(), session.hosts()),
        session.credentials(),
        session.self().userName(),
        session.self().names().shown(),
        session.caller().cookies().all(),
        session.rooms(),
        state);
  }

  private static Place place(WebApp app, Hosts hosts) {
    return switch (hosts) {
      case Hosts.Family(Origin main) -> new Place(app, false, main, "");
      case Hosts.Entry(Origin entry, String family) -> new Place(app, false, entry, family);
      case Hosts.Server(Origin base) -> new Place(app, true, base, "");
    };
  }

  /** The session again; its cookies are put into the caller's jar. */
  public static Session restore(
      SavedSession saved,
      Caller caller,
      SessionStore store,
      Randomness randomness,
      Ownership ownership) {
    Session session =
        new Session(
            saved.id(), caller, hosts(saved), store, randomness, ownership, saved.credentials());
    session.recall(saved);
    return session;
  }

  /** Where it is good. */
  public static Hosts hosts(SavedSession saved) {
    if (saved.isOneServer()) {
      return new Hosts.Server(saved.main());
    }
    return switch (saved.app()) {
      case WEB -> new Hosts.Family(saved.main());
      case FILE_HELPER -> new Hosts.Entry(saved.main(), saved.place().family());
    };
  }

  /**
   * Whether it is good for this kind of client at these hosts: a session of one server means
   * nothing to another.
   */
  public static boolean isFor(SavedSession saved, Profile profile, Hosts hosts) {
    return saved.app() == profile.app()
        && switch (hosts) {
          case Hosts.Server server -> server.equals(hosts(saved));
          case Hosts.Family _, Hosts.Entry _ -> !saved.isOneServer();
        };
  }

  /** Who the account is, as far as it is kept. */
  static Self self(SavedSession saved) {
    Names names = Names.of(saved.nickName());
    return new Self(saved.credentials().uin(), saved.self(), names, "", 0, "", false, 0);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.SetCookie;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebApp;
import java.util.List;

/**
 * What a login leaves behind, enough to go on without another scan.
 *
 * @param id our own name for this session, not a secret; ties a {@link Position} to it
 * @param place where it is good
 * @param self the account's own user name in this session
 * @param nickName what the account calls itself
 * @param cookies those that are kept, with the host that sent them
 * @param rooms those that are known, and their owners
 * @param state whether the session may still be alive
 */
public record SavedSession(
    String id,
    Place place,
    Credentials credentials,
    UserName self,
    String nickName,
    List<SavedCookie> cookies,
    KnownRooms rooms,
    State state) {

  /**
   * Where a session is good, and as which client.
   *
   * @param isOneServer whether everything goes to one server, rather than to several hosts
   * @param main that server, the family's own host, or the file helper's entry host
   * @param family whose login and file hosts go with that entry host; empty for others
   */
  public record Place(WebApp app, boolean isOneServer, Origin main, String family) {}

  /** Whether the session may still be alive. */
  public enum State {
    /** As far as we know it is. */
    OPEN,
    /** It has ended; the cookies may serve to log in again by a tap on the phone. */
    ENDED
  }

  /**
   * A cookie and who sent it.
   *
   * @param host the host that sent it
   * @param cookie with its path filled in
   */
  public record SavedCookie(String host, SetCookie cookie) {}

  public SavedSession {
    cookies = List.copyOf(cookies);
  }

  /** As which client it is good. */
  public WebApp app() {
    return place.app();
  }

  /** Whether everything goes to one server. */
  public boolean isOneServer() {
    return place.isOneServer();
  }

  /** That server, the family's own host, or the file helper's entry host. */
  public Origin main() {
    return place.main();
  }

  /** The same session, with these rooms known to it. */
  public SavedSession knowing(KnownRooms known) {
    return new SavedSession(id, place, credentials, self, nickName, cookies, known, state);
  }

  /** The same session, over. */
  public SavedSession ended() {
    return new SavedSession(id, place, credentials, self, nickName, cookies, rooms, State.ENDED);
  }

  /** The session's name and state only: the rest holds secrets. */
  @Override
  public String toString() {
    return "session " + id + " " + state;
  }
}

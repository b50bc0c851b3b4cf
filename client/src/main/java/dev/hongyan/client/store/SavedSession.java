// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.protocol.SetCookie;
import java.util.List;

/**
 * What a login leaves behind, enough to go on without another scan.
 *
 * @param id our own name for this session, not a secret; ties a {@link Position} to it
 * @param server the base URL that everything goes to, or empty for a family of hosts
 * @param family the host that the account is bound to (protocol reference 1.1)
 * @param uin the account's number
 * @param sid its session's id, a secret
 * @param skey its session's key, a secret
 * @param passTicket as it came, percent-encoded, a secret
 * @param self the account's own user name in this session
 * @param cookies those that are kept, with the host that sent them
 * @param state whether the session may still be alive
 */
public record SavedSession(
    String id,
    String server,
    String family,
    long uin,
    String sid,
    String skey,
    String passTicket,
    String self,
    List<SavedCookie> cookies,
    State state) {

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

  /** The same session, over. */
  public SavedSession ended() {
    return new SavedSession(
        id, server, family, uin, sid, skey, passTicket, self, cookies, State.ENDED);
  }

  /** The session's name and state only: the rest holds secrets. */
  @Override
  public String toString() {
    return "session " + id + " " + state;
  }
}

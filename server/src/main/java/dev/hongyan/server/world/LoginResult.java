// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** What a ticket was good for. */
public sealed interface LoginResult {

  /** A session; the same again if the ticket comes again within a minute. */
  record LoggedIn(Session session) implements LoginResult {}

  /**
   * The account may not log in to the web.
   *
   * @param ret the number of the refusal
   */
  record Refused(Account account, int ret) implements LoginResult {}

  /** It was never given out, or used too long ago. */
  record WrongTicket() implements LoginResult {}
}

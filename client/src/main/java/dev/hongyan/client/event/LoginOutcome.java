// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.event;

import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.contact.Self;

/** How a login ended. */
public sealed interface LoginOutcome {

  /** There is a session. */
  record LoggedIn(Self self, Way way) implements LoginOutcome {}

  /** The owner of the phone pressed cancel. */
  record Cancelled() implements LoginOutcome {}

  /** Nobody confirmed any of the codes that were shown. */
  record Expired() implements LoginOutcome {}

  /**
   * The server does not let this account in, or gives no code.
   *
   * @param text its words for the person, often in Chinese; may be empty
   */
  record Refused(Retcode retcode, String text) implements LoginOutcome {}

  /**
   * Another account has logged in than the one whose messages wait in this store. Nothing of either
   * was touched, and the new session was ended again: let the first account log in and finish, or
   * give the other a store of its own.
   */
  record OtherAccount() implements LoginOutcome {}

  /** There is no saved session, or it is over; only when nothing but a restored one was wanted. */
  record NoSession() implements LoginOutcome {}

  /** What it took to log in. */
  enum Way {
    /** The saved session is still good. */
    RESTORED,
    /** A tap on the phone. */
    PUSHED,
    /** A scan of the code. */
    SCANNED
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import dev.hongyan.protocol.LoginUuid;

/** What a login does next (protocol reference 2.1). */
public sealed interface LoginStep {

  /** Ask for a new code: {@link NewCode}. */
  record AskForCode() implements LoginStep {}

  /**
   * Ask what the phone did: {@link LoginPoll}.
   *
   * @param scanned whether the phone has scanned already, which changes {@code tip}
   */
  record Poll(LoginUuid uuid, boolean scanned) implements LoginStep {}

  /** Trade the ticket for credentials: {@link LoginPage}. */
  record Enter(RedirectUri redirectUri) implements LoginStep {}

  /** It ends here. */
  record Stop(Reason reason) implements LoginStep {}

  /** Why a login ended without a confirmation. */
  enum Reason {
    /** The person pressed cancel on the phone. */
    CANCELLED,
    /** Nobody confirmed any of the codes that may be asked for in a row. */
    EXPIRED,
    /** The service gave no code. */
    NO_CODE
  }
}

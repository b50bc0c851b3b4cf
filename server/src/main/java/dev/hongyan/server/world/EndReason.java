// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** Why a session is over, and by which number the service says so (protocol reference 2.9). */
public enum EndReason {
  /** Its client logged out. */
  LOGGED_OUT(1101),
  /** The account logged in elsewhere. */
  REPLACED(1101),
  /** The phone put an end to it. */
  BY_PHONE(1101),
  /** The world began anew. */
  RESET(1101),
  /** It grew too old, told as "no such session". */
  EXPIRED(1100),
  /** It grew too old, told as "session invalid". */
  INVALID(1101),
  /** The account was restricted. */
  RESTRICTED(1102);

  private final int retcode;

  EndReason(int retcode) {
    this.retcode = retcode;
  }

  /** 1100, 1101 or 1102. */
  public int retcode() {
    return retcode;
  }
}

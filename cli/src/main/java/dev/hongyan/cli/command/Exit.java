// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

/** How a command ends. */
public enum Exit {
  DONE(0),
  UNEXPECTED(1),
  USAGE(2),
  /** The other side said no: refused, expired or cancelled. */
  REFUSED(3),
  /** There is no session, or it has ended: log in. */
  NO_SESSION(4),
  /** Nobody answered, or it is not known whether something was sent. */
  NETWORK(5),
  /** A reply made no sense. */
  MALFORMED(6),
  /** Ctrl-C: 128 and the number of the signal, as shells have it. */
  INTERRUPTED(130);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  /** The process's exit code. */
  public int code() {
    return code;
  }
}

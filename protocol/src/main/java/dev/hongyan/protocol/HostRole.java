// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/** Which of a family's four hosts a call goes to (protocol reference 1.1). */
public enum HostRole {
  /** The family itself. */
  MAIN(""),
  /** Login codes and their poll. */
  LOGIN("login."),
  /** The held sync check. */
  PUSH("webpush."),
  /** Uploads and file downloads. */
  FILE("file.");

  private final String prefix;

  HostRole(String prefix) {
    this.prefix = prefix;
  }

  /** What stands before the family's name to give this host's name. */
  public String prefix() {
    return prefix;
  }
}

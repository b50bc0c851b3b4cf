// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** What stands behind an account. */
public enum AccountKind {
  /** Someone with a phone. */
  PERSON,
  /** A brand, a paper, a shop: verify flag 8 or 24 (protocol reference 4.9). */
  OFFICIAL,
  /** A feature of the service itself, known to everybody by the same name (4.7). */
  SPECIAL
}

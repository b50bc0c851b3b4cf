// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.contact;

/** What somebody is to the account (protocol reference 4.10). */
public enum ContactKind {
  /** The account itself. */
  SELF,
  /** A chat room. */
  ROOM,
  /** A feature of the service under a literal name, such as the file helper. */
  SPECIAL,
  /** An official account: a company or a magazine, say. */
  OFFICIAL,
  /** A person in the address book. */
  FRIEND,
  /** A person who is not: a member of a room, somebody on a card, or who asks to be a friend. */
  STRANGER
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.contact;

/** What we have to do with somebody, as bits (protocol reference 4.8). */
public record ContactFlags(int bits) {

  /** A stranger. */
  public static final ContactFlags NONE = new ContactFlags(0);

  public static final int CONTACT = 0x1;
  public static final int CHAT = 0x2;
  public static final int ROOM = 0x4;
  public static final int BLOCKED = 0x8;
  public static final int STAR = 0x40;
  public static final int MUTED = 0x200;
  public static final int PINNED = 0x800;

  /** Whether this is an entry of our address book. */
  public boolean isContact() {
    return has(CONTACT);
  }

  /** Whether we take nothing from them. */
  public boolean isBlocked() {
    return has(BLOCKED);
  }

  /** Whether this is a favourite. */
  public boolean isStarred() {
    return has(STAR);
  }

  /** Whether a person's messages come without a sound; for rooms see {@link Room#notices}. */
  public boolean isMuted() {
    return has(MUTED);
  }

  /** Whether the chat stays at the top of the list. */
  public boolean isPinned() {
    return has(PINNED);
  }

  /** Whether all these bits are set. */
  public boolean has(int wanted) {
    return (bits & wanted) == wanted;
  }

  /** These with more bits set. */
  public ContactFlags with(int more) {
    return new ContactFlags(bits | more);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.Optional;

/**
 * What somebody changes about an entry of his address book; what is empty stays as it is.
 *
 * @param remark his own name for the other, empty text for none
 */
public record ContactEdit(
    Optional<String> remark,
    Optional<Boolean> pinned,
    Optional<Boolean> muted,
    Optional<Boolean> starred,
    Optional<Boolean> blocked) {

  /** Changes nothing. */
  public static final ContactEdit NONE =
      new ContactEdit(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The same with another remark. */
  public ContactEdit remark(String text) {
    return new ContactEdit(Optional.of(text), pinned, muted, starred, blocked);
  }

  /** The same, at the top of the chats or not. */
  public ContactEdit pinned(boolean on) {
    return new ContactEdit(remark, Optional.of(on), muted, starred, blocked);
  }

  /** The same, silent or not. */
  public ContactEdit muted(boolean on) {
    return new ContactEdit(remark, pinned, Optional.of(on), starred, blocked);
  }

  /** The same, a favourite or not. */
  public ContactEdit starred(boolean on) {
    return new ContactEdit(remark, pinned, muted, Optional.of(on), blocked);
  }

  /** The same, heard or not. */
  public ContactEdit blocked(boolean on) {
    return new ContactEdit(remark, pinned, muted, starred, Optional.of(on));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.Optional;

/**
 * An entry of someone's address book.
 *
 * @param account who it is
 * @param remark the owner's own name for him, empty if he has none
 * @param blocked whether the owner hears nothing from him
 */
public record Contact(
    Account account,
    String remark,
    boolean pinned,
    boolean muted,
    boolean starred,
    boolean blocked) {

  /** What the owner noted. */
  public ContactEdit notes() {
    return new ContactEdit(
        Optional.of(remark),
        Optional.of(pinned),
        Optional.of(muted),
        Optional.of(starred),
        Optional.of(blocked));
  }
}

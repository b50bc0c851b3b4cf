// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/**
 * Session-scoped id of anyone: {@code @…} for people and official accounts, {@code @@…} for chat
 * rooms, a literal name for special accounts (protocol reference 4.1). Changes at each login.
 */
public record UserName(String value) {

  /** Nobody. */
  public static final UserName NONE = new UserName("");

  /** The transfer to one's own phone, always allowed as a target. */
  public static final UserName FILE_HELPER = new UserName("filehelper");

  /** Whether this names anybody. */
  public boolean isPresent() {
    return !value.isEmpty();
  }

  /** Whether this is a chat room. */
  public boolean isRoom() {
    return value.startsWith("@@");
  }

  /** Whether this is a special account, the same in every session. */
  public boolean isSpecial() {
    return !value.isEmpty() && value.charAt(0) != '@';
  }

  @Override
  public String toString() {
    return value;
  }
}

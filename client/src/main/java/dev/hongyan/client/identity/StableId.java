// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

/**
 * Our own id of a person or a chat room: the same after each login, although every user name
 * changes then (protocol reference 4.1). It says nothing about whom it names.
 *
 * @param value the literal name of a special account; otherwise letters and digits
 */
public record StableId(String value) {

  public StableId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a stable id is empty, allowed: 1 character or more");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

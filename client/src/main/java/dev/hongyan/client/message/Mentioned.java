// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.message;

import dev.hongyan.protocol.UserName;
import java.util.List;

/**
 * Who is mentioned in a room's text. Only names stand there, so of two members of one name both
 * count (protocol reference 5.11).
 *
 * @param members those of the room who are, the account itself among them
 * @param everybody whether the whole room is
 * @param isSelf whether the account is, by its name or with everybody
 */
public record Mentioned(List<UserName> members, boolean everybody, boolean isSelf) {

  /** Nobody. */
  public static final Mentioned NOBODY = new Mentioned(List.of(), false, false);

  public Mentioned {
    members = List.copyOf(members);
  }
}

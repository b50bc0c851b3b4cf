// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/**
 * What proves a session (protocol reference 2.5).
 *
 * @param uin the account's number; may exceed 32 bits
 * @param sid the session's id
 * @param skey its key, which the server may renew
 * @param passTicket percent-encoded text, kept as it came in the login page
 */
public record Credentials(long uin, Secret sid, Secret skey, Secret passTicket) {

  /** Nobody's. */
  public static final Credentials NONE = new Credentials(0, Secret.NONE, Secret.NONE, Secret.NONE);

  /** These with a renewed key; an empty one changes nothing. */
  public Credentials renewed(Secret newKey) {
    return newKey.isPresent() ? new Credentials(uin, sid, newKey, passTicket) : this;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

import dev.hongyan.protocol.UserName;

/**
 * Somebody for whom we have an id.
 *
 * @param portrait as he was when last seen
 * @param session our name for the session in which he was last seen
 * @param userName his name in that session
 * @param confidence how sure it is that he is the one who had the id before that session
 */
public record Acquaintance(
    StableId id, Portrait portrait, String session, UserName userName, double confidence) {

  Acquaintance looking(Portrait portrait) {
    return new Acquaintance(id, portrait, session, userName, confidence);
  }

  Identity identity() {
    return new Identity(id, confidence);
  }
}

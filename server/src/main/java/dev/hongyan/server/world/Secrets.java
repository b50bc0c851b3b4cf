// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/**
 * What only a session's client knows (protocol reference 2.5). Never printed.
 *
 * @param sid 16 letters of base64
 * @param skey {@code @crypt_}, 8 hex, {@code _}, 32 hex
 * @param previousSkey the key before the last renewal, still taken; the same if there was none
 * @param passTicket base64, as it is, not percent-encoded
 * @param dataTicket 24 letters of base64
 * @param authTicket for push login, outlives the session
 * @param uvid 96 hex
 */
public record Secrets(
    String sid,
    String skey,
    String previousSkey,
    String passTicket,
    String dataTicket,
    String authTicket,
    String uvid) {

  @Override
  public String toString() {
    return "secrets";
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Secret;
import dev.hongyan.server.world.Breach;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Compares pass tickets as leniently as the service: raw, encoded once, encoded twice, the word
 * {@code undefined} and none at all are all let through, and noted (protocol reference 2.5).
 */
record PassTickets(Violations violations) {

  /** As it stands in the login page: percent-encoded once. */
  static Secret inPage(String raw) {
    return new Secret(URLEncoder.encode(raw, StandardCharsets.UTF_8));
  }

  void compare(Secret shown, Guest guest) {
    String raw = guest.session().secrets().passTicket();
    String ticket = shown.value();
    if (ticket.isEmpty() || ticket.equals("undefined")) {
      violations.add(Breach.PASS_TICKET_MISSING, guest, "pass_ticket");
    } else if (!ticket.equals(inPage(raw).value()) && !ticket.equals(raw)) {
      boolean twice = decoded(decoded(ticket)).equals(raw);
      violations.add(
          twice ? Breach.PASS_TICKET_ENCODED_TWICE : Breach.WRONG_PASS_TICKET,
          guest,
          "pass_ticket");
    }
  }

  private static String decoded(String text) {
    try {
      // A plus sign is a plus sign here: the ticket is base64.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}

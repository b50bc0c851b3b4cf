// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Secret;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.World;
import java.util.Optional;

/**
 * The ticket that uploads and downloads of files show (protocol reference 3.18, 3.23). Some clients
 * send no cookies to the file host: then it alone says who asks.
 */
record DataTickets(World world, Violations violations) {

  /** Who shows this ticket, as if he had said it himself; nobody if it is nobody's. */
  BaseRequest owner(Secret ticket) {
    Optional<Session> session =
        ticket.value().isEmpty()
            ? Optional.empty()
            : world.sessions().withDataTicket(ticket.value());
    return session
        .map(found ->
            new BaseRequest(
                0,
                new Secret(found.secrets().sid()),
                new Secret(found.secrets().skey()),
                BaseRequest.NONE.deviceId()))
        .orElse(BaseRequest.NONE);
  }

  void compare(Secret shown, Guest guest) {
    if (!shown.equals(new Secret(guest.session().secrets().dataTicket()))) {
      violations.add(Breach.DATA_TICKET_MISSING, guest, "webwx_data_ticket");
    }
  }
}

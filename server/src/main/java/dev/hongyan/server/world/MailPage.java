// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.List;
import java.util.Map;

/**
 * Some of a session's mail, in order.
 *
 * @param last the place of the last item; where one had read to, if there is none
 * @param more whether there was more than the page holds
 * @param accounts all whom the items mention
 */
public record MailPage(
    List<Mail> items, long last, boolean more, Map<AccountId, Account> accounts) {

  public MailPage {
    items = List.copyOf(items);
    accounts = Map.copyOf(accounts);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.identity;

import dev.hongyan.client.identity.Identity;
import dev.hongyan.client.identity.StableId;
import dev.hongyan.server.world.ChatId;
import java.util.HashMap;
import java.util.Map;

/**
 * What became of ids from one login to the next, by what the server knows.
 *
 * @param seen who has an id after the second login
 * @param known of these, who had one before
 * @param same of the known, who have the same one
 * @param mistaken of all, who have an id that was another's
 * @param surelyMistaken of these, of how many the client is sure
 */
record Recognised(int seen, int known, int same, int mistaken, int surelyMistaken) {

  static Recognised of(Map<ChatId, Identity> before, Map<ChatId, Identity> after) {
    Map<StableId, ChatId> owners = new HashMap<>();
    before.forEach((who, identity) -> owners.put(identity.id(), who));
    int known = 0;
    int same = 0;
    int mistaken = 0;
    int surely = 0;
    for (Map.Entry<ChatId, Identity> one : after.entrySet()) {
      ChatId owner = owners.get(one.getValue().id());
      known += before.containsKey(one.getKey()) ? 1 : 0;
      if (one.getKey().equals(owner)) {
        same++;
      } else if (owner != null) {
        mistaken++;
        surely += one.getValue().isSure() ? 1 : 0;
      }
    }
    return new Recognised(after.size(), known, same, mistaken, surely);
  }
}

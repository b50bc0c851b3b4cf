// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

import dev.hongyan.client.identity.Matching.Match;
import dev.hongyan.client.identity.Portrait.Kind;
import dev.hongyan.protocol.UserName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Knows people and rooms again in a new session. People who are unmistakable come first; by them
 * rooms are known, and by the rooms those people who are not unmistakable.
 */
final class Recognition {

  private final Roll roll;
  private final Map<UserName, StableId> ids;
  private final Map<StableId, Portrait> absent;
  private final Map<UserName, Match<StableId>> found = new LinkedHashMap<>();

  /**
   * A look at everybody.
   *
   * @param absent who is known and has not been recognised in this session
   * @param here who has been
   */
  Recognition(Map<StableId, Portrait> absent, Map<UserName, StableId> here, Roll roll) {
    this.roll = roll;
    this.ids = new HashMap<>(here);
    this.absent = new LinkedHashMap<>(absent);
  }

  /** Those who were recognised now. */
  Map<UserName, Match<StableId>> run() {
    look(roll.people(), Identity.SURE);
    look(roll.rooms(), Identity.LEAST);
    look(roll.people(), Identity.LEAST);
    look(roll.strangers(), Identity.LEAST);
    return found;
  }

  private void look(Map<UserName, Portrait> some, double least) {
    Map<UserName, Portrait> joined = Roll.joined(some, roll.company(ids));
    Rarity rarity = new Rarity(joined.values());
    joined.keySet().removeAll(ids.keySet());
    Matching.find(candidates(joined), joined, rarity, least)
        .forEach((name, match) -> {
          found.put(name, match);
          ids.put(name, match.known());
          absent.remove(match.known());
        });
  }

  /**
   * Whoever may be among them, in that company of his that has been recognised: of the rest nothing
   * can be said yet.
   */
  private Map<StableId, Portrait> candidates(Map<UserName, Portrait> some) {
    Set<Kind> kinds = new HashSet<>();
    some.values().forEach(portrait -> kinds.add(portrait.kind()));
    Set<StableId> recognised = Set.copyOf(ids.values());
    Map<StableId, Portrait> candidates = new LinkedHashMap<>();
    absent.forEach((id, portrait) -> {
      if (kinds.contains(portrait.kind())) {
        Set<StableId> company = new HashSet<>(portrait.company());
        company.retainAll(recognised);
        candidates.put(id, portrait.in(company));
      }
    });
    return candidates;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many share a trait: that two are called alike says little if a hundred are. */
final class Rarity {

  private final Map<Feature, Map<String, Integer>> counts = new EnumMap<>(Feature.class);
  private final Map<StableId, Integer> company = new HashMap<>();
  private final int population;

  Rarity(Collection<Portrait> population) {
    this.population = Math.max(1, population.size());
    for (Feature feature : Feature.values()) {
      Map<String, Integer> values = new HashMap<>();
      population.forEach(p -> values.merge(feature.of(p), 1, Integer::sum));
      counts.put(feature, values);
    }
    population.forEach(p -> p.company().forEach(c -> company.merge(c, 1, Integer::sum)));
  }

  /** How many there are. */
  int population() {
    return population;
  }

  /** The share of those who have this value: above 0, and 1 at most. */
  double share(Feature feature, String value) {
    return share(counts.getOrDefault(feature, Map.of()).getOrDefault(value, 0));
  }

  /** The share of those who are in this company. */
  double share(StableId in) {
    return share(company.getOrDefault(in, 0));
  }

  /** Half a person stands for those that we do not know, so that no share is 0. */
  private double share(int count) {
    return (count + 0.5) / (population + 1);
  }

  /** Traits of somebody, the rarest first: by these he is looked for. */
  List<Feature> telling(Portrait portrait) {
    List<Feature> told = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      if (!feature.of(portrait).isEmpty()) {
        told.add(feature);
      }
    }
    told.sort((a, b) -> Double.compare(share(a, a.of(portrait)), share(b, b.of(portrait))));
    return told;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

import java.util.HashSet;
import java.util.Set;

/**
 * How much speaks for two portraits showing the same one: the logarithm of how much likelier what
 * is seen is if they do than if they do not. Each trait adds its part, as if they had nothing to do
 * with each other (record linkage after Fellegi and Sunter).
 */
final class Likeness {

  /** What speaks against the same one for certain. */
  static final double NEVER = -1000;

  /** Rooms share members by nature: together they say no more than this. */
  private static final double MOST_BY_COMPANY = 25;

  /** A trait that appears or vanishes says less than one that changes: it may not be told. */
  private static final double UNTOLD = -0.5;

  /** Where nearly all share a trait, to differ in it still says something. */
  private static final double LEAST_OTHERS = 0.05;

  private final Rarity rarity;

  Likeness(Rarity rarity) {
    this.rarity = rarity;
  }

  double of(Portrait known, Portrait seen) {
    if (known.kind() != seen.kind()) {
      return NEVER;
    }
    double sum = company(known.company(), seen.company());
    for (Feature feature : Feature.values()) {
      double part = of(feature, known, seen);
      if (part == NEVER) {
        return NEVER;
      }
      sum += part;
    }
    return sum;
  }

  private double of(Feature feature, Portrait known, Portrait seen) {
    String before = feature.of(known);
    String now = feature.of(seen);
    if (before.isEmpty() && now.isEmpty()) {
      return 0;
    }
    if (before.isEmpty() || now.isEmpty()) {
      return feature.isPermanent() ? 0 : UNTOLD;
    }
    double share = rarity.share(feature, now);
    if (before.equals(now)) {
      return Math.log(feature.keeps() / share);
    }
    return feature.isPermanent()
        ? NEVER
        : Math.log((1 - feature.keeps()) / Math.max(1 - share, LEAST_OTHERS));
  }

  /** Where nothing is known of either's company, it says nothing. */
  private double company(Set<StableId> known, Set<StableId> seen) {
    if (known.isEmpty() || seen.isEmpty()) {
      return 0;
    }
    Set<StableId> all = new HashSet<>(known);
    all.addAll(seen);
    double sum = 0;
    for (StableId one : all) {
      double share = Math.min(rarity.share(one), Feature.KEEPS_COMPANY);
      boolean both = known.contains(one) && seen.contains(one);
      sum +=
          both
              ? Math.log(Feature.KEEPS_COMPANY / share)
              : Math.log((1 - Feature.KEEPS_COMPANY) / Math.max(1 - share, LEAST_OTHERS));
    }
    return Math.clamp(sum, -MOST_BY_COMPANY, MOST_BY_COMPANY);
  }
}

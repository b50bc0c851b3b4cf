// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds those that we know among those that we see, each once. The sure ones go first: when they
 * are out of the way, many a namesake is the only one left.
 *
 * @param <K> names those that are known
 * @param <S> names those that are seen
 */
final class Matching<K, S> {

  /**
   * One of those that are known, found.
   *
   * @param confidence probability that it is so, {@link Identity#LEAST} at least
   */
  record Match<K>(K known, double confidence) {}

  /** More than share a rare trait by chance; a trait that more share is no way to find anybody. */
  private static final int MOST_ALIKE = 60;

  /** By how many traits somebody is looked for: the rarest ones. */
  private static final int WAYS = 5;

  /** How often somebody in the address book was not there before. */
  private static final double NEWCOMERS = 0.02;

  /** First the sure ones, then the less sure among those who are left. */
  private static final List<Double> ROUNDS = List.of(0.999, Identity.SURE, 0.95, 0.9);

  private final Map<K, Portrait> known;
  private final Map<S, Portrait> seen;
  private final Map<S, Map<K, Double>> bySeen = new HashMap<>();
  private final Map<K, Map<S, Double>> byKnown = new HashMap<>();
  private final int population;
  private final Map<S, Match<K>> matches = new LinkedHashMap<>();

  private Matching(Map<K, Portrait> known, Map<S, Portrait> seen, int population) {
    this.known = known;
    this.seen = seen;
    this.population = population;
  }

  /**
   * Finds whom it can.
   *
   * @param rarity of traits among those of their kind
   * @param least how sure a match has to be
   */
  static <K, S> Map<S, Match<K>> find(
      Map<K, Portrait> known, Map<S, Portrait> seen, Rarity rarity, double least) {
    Matching<K, S> matching = new Matching<>(known, seen, rarity.population());
    matching.compare(rarity);
    for (double round : ROUNDS) {
      if (round > least) {
        matching.take(round);
      }
    }
    matching.take(least);
    return matching.matches;
  }

  private void compare(Rarity rarity) {
    Likeness likeness = new Likeness(rarity);
    Map<Trait, List<K>> index = index();
    seen.forEach((name, portrait) -> {
      for (K candidate : candidates(portrait, rarity, index)) {
        double score = likeness.of(portrait(candidate), portrait);
        if (score > 0) {
          bySeen.computeIfAbsent(name, _ -> new HashMap<>()).put(candidate, score);
          byKnown.computeIfAbsent(candidate, _ -> new HashMap<>()).put(name, score);
        }
      }
    });
  }

  private Portrait portrait(K candidate) {
    Portrait portrait = known.get(candidate);
    if (portrait == null) {
      throw new IllegalStateException("a candidate who is not known");
    }
    return portrait;
  }

  /** A value of a trait, or company that is kept. */
  private sealed interface Trait {
    record Told(Feature feature, String value) implements Trait {}

    record Company(StableId id) implements Trait {}
  }

  private Map<Trait, List<K>> index() {
    Map<Trait, List<K>> index = new HashMap<>();
    known.forEach((name, portrait) -> {
      for (Feature feature : Feature.values()) {
        String value = feature.of(portrait);
        if (!value.isEmpty()) {
          index.computeIfAbsent(new Trait.Told(feature, value), _ -> new ArrayList<>()).add(name);
        }
      }
      for (StableId id : portrait.company()) {
        index.computeIfAbsent(new Trait.Company(id), _ -> new ArrayList<>()).add(name);
      }
    });
    return index;
  }

  private static <K> Set<K> candidates(
      Portrait portrait, Rarity rarity, Map<Trait, List<K>> index) {
    Set<K> candidates = new LinkedHashSet<>();
    rarity.telling(portrait).stream()
        .map(feature -> new Trait.Told(feature, feature.of(portrait)))
        .map(trait -> index.getOrDefault(trait, List.of()))
        .filter(alike -> !alike.isEmpty() && alike.size() <= MOST_ALIKE)
        .limit(WAYS)
        .forEach(candidates::addAll);
    portrait.company().stream()
        .map(id -> index.getOrDefault(new Trait.Company(id), List.of()))
        .filter(alike -> alike.size() <= MOST_ALIKE)
        .forEach(candidates::addAll);
    return candidates;
  }

  /** Takes all who are sure enough, and looks again: fewer are left to be confused with. */
  private void take(double least) {
    double newcomer = newcomer();
    boolean more = true;
    while (more) {
      Map<S, Match<K>> found = new LinkedHashMap<>();
      Set<K> taken = new HashSet<>();
      for (S name : List.copyOf(bySeen.keySet())) {
        Match<K> best = best(name, newcomer);
        if (best.confidence() >= least && taken.add(best.known())) {
          found.put(name, best);
        }
      }
      found.forEach(this::settle);
      more = !found.isEmpty();
    }
  }

  /**
   * What a newcomer would have to be worth to be as likely as one of those that we know. When most
   * have been found, those who are left are newcomers rather than anybody else.
   */
  private double newcomer() {
    int left = seen.size() - matches.size();
    double share = left == population ? NEWCOMERS : (double) left / population;
    return Math.log(Math.max(NEWCOMERS, share) * population);
  }

  private Match<K> best(S name, double newcomer) {
    Map<K, Double> scores = bySeen.getOrDefault(name, Map.of());
    Map.Entry<K, Double> best =
        scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    Map<S, Double> rivals = byKnown.getOrDefault(best.getKey(), Map.of());
    double confidence =
        Math.min(
            probability(best.getValue(), scores.values(), newcomer),
            probability(best.getValue(), rivals.values(), newcomer));
    return new Match<>(best.getKey(), confidence);
  }

  /** The share of one among all that it could be, a newcomer included. */
  private static double probability(double score, Iterable<Double> scores, double newcomer) {
    double rest = Math.exp(newcomer - score);
    for (double other : scores) {
      rest += Math.exp(other - score);
    }
    return 1 / rest;
  }

  private void settle(S name, Match<K> match) {
    matches.put(name, match);
    for (K candidate : remove(bySeen, name)) {
      forget(byKnown, candidate, name);
    }
    for (S rival : remove(byKnown, match.known())) {
      forget(bySeen, rival, match.known());
    }
  }

  private static <A, B> Set<B> remove(Map<A, Map<B, Double>> scores, A key) {
    Map<B, Double> removed = scores.remove(key);
    return removed == null ? Set.of() : removed.keySet();
  }

  private static <A, B> void forget(Map<A, Map<B, Double>> scores, A key, B other) {
    Map<B, Double> left = scores.get(key);
    if (left != null) {
      left.remove(other);
      if (left.isEmpty()) {
        scores.remove(key);
      }
    }
  }
}

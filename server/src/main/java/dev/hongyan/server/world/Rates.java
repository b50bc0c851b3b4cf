// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often a minute an account may make which calls; a call that is not named is free. */
public record Rates(Map<String, Integer> perMinute) {

  /** No limits. */
  public static final Rates NONE = new Rates(Map.of());

  public Rates {
    perMinute = Map.copyOf(perMinute);
  }

  /** The limit of a call, if it has one. */
  public Optional<Integer> of(String call) {
    return Optional.ofNullable(perMinute.get(call));
  }

  @Override
  public String toString() {
    return perMinute.isEmpty()
        ? "off"
        : new TreeMap<>(perMinute)
            .entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(","));
  }
}

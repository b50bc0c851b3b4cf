// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is wrong with the names and texts that an account hears, in the order of {@link Dirt}. */
public record Dirtiness(Set<Dirt> defects) {

  /** All is well. */
  public static final Dirtiness CLEAN = new Dirtiness(Set.of());

  public Dirtiness {
    defects = Collections.unmodifiableSet(new TreeSet<>(defects));
  }

  @Override
  public String toString() {
    return defects.isEmpty()
        ? "off"
        : defects.stream().map(Dirt::word).collect(Collectors.joining(","));
  }
}

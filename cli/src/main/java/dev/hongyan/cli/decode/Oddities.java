// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.decode;

import dev.hongyan.protocol.Findings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What was odd about a reply. A thousand contacts with the same oddity have it once. */
public final class Oddities implements Findings {

  private final Set<String> unknown = new LinkedHashSet<>();
  private final Map<Repair, Integer> repairs = new LinkedHashMap<>();

  /**
   * Dirt that was mended.
   *
   * @param field its path, with {@code []} for any item of a list; empty for the whole reply
   */
  public record Repair(String field, String what) {}

  @Override
  public void unknown(String field) {
    unknown.add(anyItem(field));
  }

  @Override
  public void repaired(String field, String what) {
    repairs.merge(new Repair(anyItem(field), what), 1, Integer::sum);
  }

  private static String anyItem(String field) {
    return field.replaceAll("\\[\\d+]", "[]");
  }

  /** Fields that we do not know. */
  public Set<String> unknown() {
    return Collections.unmodifiableSet(unknown);
  }

  /** What was mended, and how often. */
  public Map<Repair, Integer> repairs() {
    return Collections.unmodifiableMap(repairs);
  }
}

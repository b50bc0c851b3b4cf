// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How one account is treated: the value of each {@link Switch}. */
public final class Switches {

  /** All as they are by default. */
  public static final Switches STANDARD = new Switches(Map.of());

  /** Stands for a switch's standard value, whatever that is. */
  public static final String DEFAULT = "default";

  private final Map<Switch<?>, Object> set;

  private Switches(Map<Switch<?>, Object> set) {
    this.set = set;
  }

  /** What a switch is set to. */
  @SuppressWarnings("unchecked") // only with() fills the map, with what the switch itself read
  public <T> T of(Switch<T> key) {
    Object value = set.get(key);
    return value == null ? key.standard() : (T) value;
  }

  /** The same with one switch set otherwise. */
  public <T> Switches with(Switch<T> key, T value) {
    Map<Switch<?>, Object> changed = new LinkedHashMap<>(set);
    changed.put(key, value);
    return new Switches(changed);
  }

  /**
   * The same with some switches set otherwise, by name and from text; the text {@value #DEFAULT}
   * sets any back.
   *
   * @throws WorldException if there is no such switch, with the list of those that there are, or if
   *     it has no such value
   */
  public Switches with(Map<String, String> changes) {
    Switches changed = this;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      changed = changed.with(named(change.getKey()), change.getValue());
    }
    return changed;
  }

  private <T> Switches with(Switch<T> key, String text) {
    return with(key, text.equals(DEFAULT) ? key.standard() : key.read(text));
  }

  private static Switch<?> named(String name) {
    return Switch.ALL.stream()
        .filter(key -> key.isCalled(name))
        .findFirst()
        .orElseThrow(() -> WorldException.illegal(name, "is no switch, there are: " + words()));
  }

  private static String words() {
    return Switch.ALL.stream().map(Switch::word).collect(Collectors.joining(", "));
  }

  /** What was set otherwise, a line each, to be kept. */
  String lines() {
    return set.entrySet().stream()
        .map(entry -> entry.getKey().word() + "=" + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** As {@link #lines} wrote it. */
  static Switches ofLines(String lines) {
    Map<String, String> changes = new LinkedHashMap<>();
    lines
        .lines()
        .forEach(line -> {
          int equals = line.indexOf('=');
          changes.put(line.substring(0, equals), line.substring(equals + 1));
        });
    return changes.isEmpty() ? STANDARD : STANDARD.with(changes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Switches switches && set.equals(switches.set);
  }

  @Override
  public int hashCode() {
    return set.hashCode();
  }

  @Override
  public String toString() {
    return lines();
  }
}

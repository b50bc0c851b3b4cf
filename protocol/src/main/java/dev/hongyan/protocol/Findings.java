// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/** Hears what was odd about a reply that could be read all the same (protocol reference 6). */
public interface Findings {

  /** Nobody listens. */
  Findings IGNORED =
      new Findings() {
        @Override
        public boolean isListening() {
          return false;
        }

        @Override
        public void unknown(String field) {}

        @Override
        public void repaired(String field, String what) {}
      };

  /** Whether it is worth the work of telling. */
  default boolean isListening() {
    return true;
  }

  /** A member that this library does not know, by its path: {@code User.Colour}. */
  void unknown(String field);

  /** Dirt that was mended; {@code field} is empty where the whole reply is meant. */
  void repaired(String field, String what);
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

/** How often a fault strikes where it could. */
public sealed interface Frequency {

  /** Each time, until it is called off. */
  record Always() implements Frequency {}

  /** The first so many times. */
  record Times(int count) implements Frequency {

    private static final int MOST = 1_000_000;

    public Times {
      if (count < 1 || count > MOST) {
        throw new WrongTermException("times", "is " + count + ", allowed: 1 to " + MOST);
      }
    }
  }

  /**
   * Now and then; the same seed strikes at the same occasions.
   *
   * @param probability above 0, at most 1
   */
  record Chance(double probability, long seed) implements Frequency {

    public Chance {
      if (!(probability > 0 && probability <= 1)) {
        throw new WrongTermException(
            "probability", "is " + probability + ", allowed: above 0, at most 1");
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

/**
 * Who somebody is, across logins.
 *
 * @param confidence how sure it is that everything said under this id before was said by him: 1 for
 *     certain, as for the account itself, for special accounts and for everybody within one
 *     session; never below {@link #LEAST}
 */
public record Identity(StableId id, double confidence) {

  /** Nobody is given an id of somebody known with less confidence than this. */
  public static final double LEAST = 0.9;

  /** Surer than this is sure enough for anything that cannot be taken back. */
  public static final double SURE = 0.99;

  public Identity {
    if (!(confidence >= LEAST && confidence <= 1)) {
      throw new IllegalArgumentException(
          "confidence is " + confidence + ", allowed: " + LEAST + " to 1");
    }
  }

  /** Whether there is hardly a doubt. */
  public boolean isSure() {
    return confidence >= SURE;
  }
}

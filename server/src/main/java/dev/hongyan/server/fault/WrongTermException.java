// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import java.io.Serial;

/** What an order of a fault says about one thing cannot be. */
public final class WrongTermException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1;

  private final String term;

  /**
   * @param term what is wrong, as the phone API calls it
   * @param complaint goes on from there: "is 0, allowed: 1 to 5"
   */
  WrongTermException(String term, String complaint) {
    super(term + " " + complaint);
    this.term = term;
  }

  /** What is wrong, as the phone API calls it. */
  public String term() {
    return term;
  }
}

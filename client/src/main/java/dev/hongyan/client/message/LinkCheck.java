// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.message;

/** What the service says about a link that somebody wants to follow. */
public sealed interface LinkCheck {

  /**
   * It may be followed.
   *
   * @param link where to; not always the one that was asked about
   */
  record Onward(String link) implements LinkCheck {

    /** Never the link: it may be anybody's secret. */
    @Override
    public String toString() {
      return "onward";
    }
  }

  /**
   * It should not be followed.
   *
   * @param page HTML that the web client shows instead
   */
  record Warned(String page) implements LinkCheck {

    /** Never the page. */
    @Override
    public String toString() {
      return "warned";
    }
  }
}

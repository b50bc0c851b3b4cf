// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** How waiting for mail ended. */
public sealed interface News {

  /** There is mail, of this topic first of all. */
  record Waiting(Mail.Topic topic) implements News {}

  /** The time is over, or another wait of the same session took this one's place. */
  record Nothing() implements News {}

  /** There will be no more: the session has ended. */
  record Ended(EndReason reason) implements News {}
}

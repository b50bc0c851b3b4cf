// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.event;

/** What a subscription drops when its queue is full. */
public enum Overflow {
  /** The event that has waited longest: the watcher sees the present. */
  DROP_OLDEST,
  /** The event that comes: the watcher sees what came first. */
  DROP_NEWEST
}

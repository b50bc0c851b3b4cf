// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

/**
 * A message that its handlers are not done with.
 *
 * @param redelivered whether a handler had begun with it in an earlier life of the process
 */
public record Pending(Arrival arrival, boolean redelivered) {}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.message;

/**
 * Is told how far an upload or a download is, on the thread that does it: it had better be quick.
 */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress UNSEEN = (_, _) -> {};

  /**
   * So much is done. After a break the count may go back.
   *
   * @param bytes how many have been moved
   * @param total how many there are; 0 if that is not known
   */
  void moved(long bytes, long total);
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.ByteCount;
import dev.hongyan.client.message.Progress;

/**
 * Shows how far a file is: in a line that moves where somebody looks, otherwise in a line for each
 * quarter of a large one.
 */
final class TransferLine implements Progress {

  /** What is smaller is there before anybody wonders. */
  private static final long LARGE = 4L << 20;

  private static final int PARTS = 4;

  private final Hongyan hongyan;
  private final String key;
  private final String name;
  private long told;

  /**
   * The line of one file.
   *
   * @param key of the text, with gaps for name, bytes, all bytes and percent
   * @param name fit for a terminal
   */
  TransferLine(Hongyan hongyan, String key, String name) {
    this.hongyan = hongyan;
    this.key = key;
    this.name = name;
  }

  @Override
  public void moved(long bytes, long total) {
    if (total <= 0) {
      return;
    }
    String line =
        hongyan
            .texts()
            .get(key, name, ByteCount.text(bytes), ByteCount.text(total), 100 * bytes / total);
    if (hongyan.console().isWatched()) {
      hongyan.console().progress(line);
    } else if (total >= LARGE && bytes < total && PARTS * bytes / total > told) {
      told = PARTS * bytes / total;
      hongyan.console().talk(line);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/**
 * The only source of now, of waiting, of threads and of chance.
 *
 * <p>Everything that asks the clock, waits, starts a thread or draws a random number does so
 * through {@link dev.hongyan.time.Time} and {@link dev.hongyan.time.Randomness}, which come in
 * through constructors. In production these are {@link dev.hongyan.time.Time#system()} and {@link
 * dev.hongyan.time.Randomness#secure()}; in a test {@link dev.hongyan.time.VirtualTime} lets a week
 * pass in a second, the same way each run.
 */
@NullMarked
module dev.hongyan.time {
  requires static transitive org.jspecify;

  exports dev.hongyan.time;
}

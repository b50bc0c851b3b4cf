// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.output;

import java.util.Locale;

/** A number of bytes, as people read it. */
public final class ByteCount {

  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB"};

  private ByteCount() {}

  /** In the unit that suits: {@code 812 B}, {@code 3.4 MiB}, {@code 20 MiB}. */
  public static String text(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 1024 && unit < UNITS.length - 1) {
      amount /= 1024;
      unit++;
    }
    boolean isRound = unit == 0 || amount >= 10;
    return String.format(Locale.ROOT, isRound ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
  }
}

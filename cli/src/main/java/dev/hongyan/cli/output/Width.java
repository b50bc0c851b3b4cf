// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.output;

/** How many columns of a terminal a text takes (UAX 11, as terminals commonly do it). */
public final class Width {

  /** First and last of each range of characters that are two columns wide. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x231A, 0x231B},
    {0x23E9, 0x23EC},
    {0x25FD, 0x25FE},
    {0x2614, 0x2615},
    {0x2648, 0x2653},
    {0x26A1, 0x26A1},
    {0x26AA, 0x26AB},
    {0x26BD, 0x26BE},
    {0x26C4, 0x26C5},
    {0x26D4, 0x26D4},
    {0x26EA, 0x26EA},
    {0x26F2, 0x26F5},
    {0x26FA, 0x26FD},
    {0x2705, 0x2705},
    {0x270A, 0x270B},
    {0x2728, 0x2728},
    {0x274C, 0x274E},
    {0x2753, 0x2757},
    {0x2795, 0x2797},
    {0x2B1B, 0x2B1C},
    {0x2B50, 0x2B55},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F004, 0x1F004},
    {0x1F18E, 0x1F19A},
    {0x1F200, 0x1F265},
    {0x1F300, 0x1F320},
    {0x1F32D, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F7E0, 0x1F7EB},
    {0x1F90C, 0x1FAFF},
    {0x20000, 0x3FFFD},
  };

  private Width() {}

  /** Columns of this text, which has no line breaks and no escapes. */
  public static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  private static int of(int c) {
    if (isNothing(c)) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (c >= range[0] && c <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  /** Marks that sit on the letter before, and characters that only steer. */
  private static boolean isNothing(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }
}

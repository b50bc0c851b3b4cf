// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a dark terminal shows: each character cell as two pixels, in the colours asked for. */
final class TerminalPicture {

  private static final int BLACK = 0x000000;
  private static final int WHITE = 0xffffff;
  private static final int SCALE = 6;
  private static final Pattern PART = Pattern.compile("\u001b\\[(?<codes>[0-9;]*)m|(?<cell>.)");

  private final List<int[]> rows = new ArrayList<>();

  private TerminalPicture() {}

  /** Of the lines that have colours of their own. */
  static TerminalPicture of(String output) {
    TerminalPicture picture = new TerminalPicture();
    output.lines().filter(line -> line.contains("\u001b[38;5;16")).forEach(picture::draw);
    return picture;
  }

  private void draw(String line) {
    List<Integer> upper = new ArrayList<>();
    List<Integer> lower = new ArrayList<>();
    int front = WHITE;
    int back = BLACK;
    Matcher part = PART.matcher(line);
    while (part.find()) {
      String codes = part.group("codes");
      if (codes == null) {
        String cell = part.group("cell");
        upper.add(cell.equals("█") || cell.equals("▀") ? front : back);
        lower.add(cell.equals("█") || cell.equals("▄") ? front : back);
      } else if (codes.equals("38;5;16;48;5;231")) {
        front = BLACK;
        back = WHITE;
      } else {
        front = WHITE;
        back = BLACK;
      }
    }
    rows.add(upper.stream().mapToInt(Integer::intValue).toArray());
    rows.add(lower.stream().mapToInt(Integer::intValue).toArray());
  }

  /** What a phone reads from it, the dark terminal around it included. */
  String qrText() throws ReaderException {
    int width = (rows.getFirst().length + 4) * SCALE;
    int height = (rows.size() + 4) * SCALE;
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = pixel(x / SCALE - 2, y / SCALE - 2);
      }
    }
    var source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  private int pixel(int x, int y) {
    boolean inside = y >= 0 && y < rows.size() && x >= 0 && x < rows.get(y).length;
    return inside ? rows.get(y)[x] : BLACK;
  }
}

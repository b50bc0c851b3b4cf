// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.event;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A QR code to be shown: as blocks of a terminal, as a picture, or as its text.
 *
 * @param text what a phone reads from it
 */
public record QrCode(String text) {

  /** Modules of white around a picture; readers need four. */
  private static final int BORDER = 4;

  /** Around the blocks of a terminal two do, and a code of 29 modules fits into 80 columns. */
  private static final int TERMINAL_BORDER = 2;

  /** Black on white, whatever colours the terminal has: not every phone reads the inverse. */
  private static final String BLACK_ON_WHITE = "\u001b[38;5;16;48;5;231m";

  private static final String RESET = "\u001b[0m";
  private static final int MAX_SCALE = 64;
  private static final int WHITE = 0xffffff;

  /** Lines of half blocks for a terminal that knows colours, two rows of modules in each. */
  public String terminal() {
    io.nayuki.qrcodegen.QrCode code = encoded();
    StringBuilder out = new StringBuilder();
    for (int y = -TERMINAL_BORDER; y < code.size + TERMINAL_BORDER; y += 2) {
      out.append(BLACK_ON_WHITE);
      for (int x = -TERMINAL_BORDER; x < code.size + TERMINAL_BORDER; x++) {
        out.append(block(code.getModule(x, y), code.getModule(x, y + 1)));
      }
      out.append(RESET).append('\n');
    }
    return out.toString();
  }

  private static char block(boolean upper, boolean lower) {
    if (upper) {
      return lower ? '█' : '▀';
    }
    return lower ? '▄' : ' ';
  }

  /**
   * A picture in PNG.
   *
   * @param scale pixels of a module, 1 to 64
   */
  public byte[] png(int scale) {
    if (scale < 1 || scale > MAX_SCALE) {
      throw new IllegalArgumentException("scale is " + scale + ", allowed are 1 to " + MAX_SCALE);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      boolean written = ImageIO.write(picture(encoded(), scale), "png", out);
      assert written;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static BufferedImage picture(io.nayuki.qrcodegen.QrCode code, int scale) {
    int side = (code.size + 2 * BORDER) * scale;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        if (!code.getModule(x / scale - BORDER, y / scale - BORDER)) {
          image.setRGB(x, y, WHITE);
        }
      }
    }
    return image;
  }

  private io.nayuki.qrcodegen.QrCode encoded() {
    return io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.LOW);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.server.world.Account;
import java.awt.Color;
import java.awt.image.BufferedImage;

/** Draws the pictures of people: a pattern of squares that stays as long as the picture does. */
final class Avatars {

  private static final int SQUARES = 5;
  private static final int SCALE = 24;
  private static final float SATURATION = 0.45f;
  private static final float BRIGHTNESS = 0.85f;
  private static final int HUES = 360;
  private static final int PAPER = 0xf4f4f4;

  private Avatars() {}

  /** A square JPEG, symmetric from left to right. */
  static byte[] draw(Account account) {
    int seed = account.pictureVersion() * 31 + account.name().hashCode();
    float hue = Math.floorMod(seed, HUES) / (float) HUES;
    int ink = Color.HSBtoRGB(hue, SATURATION, BRIGHTNESS);
    int side = SQUARES * SCALE;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int column = Math.min(x / SCALE, SQUARES - 1 - x / SCALE);
        int bit = column * SQUARES + y / SCALE;
        image.setRGB(x, y, (seed >>> bit & 1) == 1 ? ink : PAPER);
      }
    }
    return Jpeg.encode(image);
  }
}

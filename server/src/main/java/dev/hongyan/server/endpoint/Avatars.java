// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.Room;
import java.awt.Color;
import java.awt.image.BufferedImage;

/** Draws the pictures of people: a pattern of squares that stays as long as the picture does. */
final class Avatars {

  private static final int SQUARES = 5;
  private static final int SCALE = 24;
  private static final int LARGE_SCALE = 128;
  private static final float SATURATION = 0.45f;
  private static final float BRIGHTNESS = 0.85f;
  private static final int HUES = 360;
  private static final int PAPER = 0xf4f4f4;

  private Avatars() {}

  /** A square JPEG, symmetric from left to right. */
  static byte[] draw(Account account) {
    return draw(seed(account), SCALE);
  }

  /** The same for those who want it large. */
  static byte[] drawLarge(Account account) {
    return draw(seed(account), LARGE_SCALE);
  }

  /** The picture of a chat room. */
  static byte[] draw(Room room) {
    return draw(room.pictureVersion() * 31 + room.name().hashCode(), SCALE);
  }

  private static int seed(Account account) {
    return account.pictureVersion() * 31 + account.name().hashCode();
  }

  private static byte[] draw(int seed, int scale) {
    float hue = Math.floorMod(seed, HUES) / (float) HUES;
    int ink = Color.HSBtoRGB(hue, SATURATION, BRIGHTNESS);
    int side = SQUARES * scale;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int column = Math.min(x / scale, SQUARES - 1 - x / scale);
        int bit = column * SQUARES + y / scale;
        image.setRGB(x, y, (seed >>> bit & 1) == 1 ? ink : PAPER);
      }
    }
    return Jpeg.encode(image);
  }
}

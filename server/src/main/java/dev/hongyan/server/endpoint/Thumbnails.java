// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.server.media.PictureReader;
import dev.hongyan.server.media.PictureRefusedException;
import dev.hongyan.server.world.Media;
import dev.hongyan.server.world.MediaStore;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;

/** Draws what is shown before a picture or a video is opened: JPEGs, 120 pixels long. */
record Thumbnails(MediaStore store, PictureReader reader) {

  private static final int SIDE = 120;
  private static final int MAP = 160;
  private static final Color PAPER = new Color(0xe8e6e0);
  private static final Color INK = new Color(0x8a8a86);
  private static final Color PIN = new Color(0xd9534f);

  /** The picture made small; a blank one where it cannot be read. */
  byte[] of(Media picture) throws IOException {
    try (InputStream in = store.open(picture)) {
      return Jpeg.encode(fitted(reader.read(in, 2 * SIDE)));
    } catch (PictureRefusedException e) {
      return blank(picture);
    }
  }

  /** Transparent places become white: a JPEG has none. */
  private static BufferedImage fitted(BufferedImage picture) {
    double scale = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
    pen.dispose();
    return small;
  }

  /** A frame with a triangle, in the shape of the video: nobody here decodes films. */
  byte[] blank(Media media) {
    boolean known = media.width() > 0 && media.height() > 0;
    double scale = (double) SIDE / Math.max(1, Math.max(media.width(), media.height()));
    int width = known ? Math.max(1, (int) Math.round(media.width() * scale)) : SIDE;
    int height = known ? Math.max(1, (int) Math.round(media.height() * scale)) : SIDE;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(PAPER);
    pen.fillRect(0, 0, width, height);
    pen.setColor(INK);
    int third = Math.min(width, height) / 3;
    int left = (width - third) / 2;
    int top = (height - third) / 2;
    pen.fillPolygon(
        new int[] {left, left + third, left}, new int[] {top, top + third / 2, top + third}, 3);
    pen.dispose();
    return Jpeg.encode(image);
  }

  /** Lines of latitude and longitude, and a pin in the middle. */
  byte[] map(double latitude, double longitude) {
    BufferedImage image = new BufferedImage(MAP, MAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(PAPER);
    pen.fillRect(0, 0, MAP, MAP);
    pen.setColor(INK);
    int step = MAP / 4;
    int across = Math.floorMod(Math.round(longitude * 1000), step);
    int down = Math.floorMod(Math.round(latitude * 1000), step);
    for (int i = 0; i <= 4; i++) {
      pen.drawLine(i * step - across, 0, i * step - across, MAP);
      pen.drawLine(0, i * step + down, MAP, i * step + down);
    }
    pen.setColor(PIN);
    pen.fillOval(MAP / 2 - 6, MAP / 2 - 6, 12, 12);
    pen.dispose();
    return Jpeg.encode(image);
  }
}

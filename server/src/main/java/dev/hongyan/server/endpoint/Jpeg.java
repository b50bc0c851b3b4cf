// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures as the service sends them. */
final class Jpeg {

  static {
    // A cache on disk would be slower than these pictures are large.
    ImageIO.setUseCache(false);
  }

  private Jpeg() {}

  static byte[] encode(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "jpg", out)) {
        throw new IllegalStateException("this Java has no JPEG writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

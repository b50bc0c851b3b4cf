// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.media;

import dev.hongyan.server.media.PictureRefusedException.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes pictures that somebody has sent. Their size is read before anything is decoded, large
 * ones are thinned out while they are read, and only few are decoded at once. The first picture
 * loads half of the JDK's desktop.
 */
public final class PictureReader {

  /** A photograph of today's phones; a larger picture is a bomb. */
  public static final long PIXELS = 64_000_000;

  /** At once, so that many who ask together cost no more memory than these. */
  private static final int DECODERS = 2;

  private final Semaphore decoders = new Semaphore(DECODERS);

  /**
   * The picture, thinned out to less than twice this many pixels a side.
   *
   * @param content read, not closed
   * @throws PictureRefusedException if it is none that can be read
   */
  public BufferedImage read(InputStream content, int side) throws PictureRefusedException {
    decoders.acquireUninterruptibly();
    try (ImageInputStream in = new MemoryCacheImageInputStream(content)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new PictureRefusedException(Reason.NO_PICTURE);
      }
      return read(readers.next(), in, side);
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new PictureRefusedException(Reason.BROKEN);
    } finally {
      decoders.release();
    }
  }

  private static BufferedImage read(ImageReader reader, ImageInputStream in, int side)
      throws IOException, PictureRefusedException {
    try {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > PIXELS) {
        throw new PictureRefusedException(Reason.TOO_LARGE);
      }
      ImageReadParam thinning = reader.getDefaultReadParam();
      int step = Math.max(1, Math.max(width, height) / side);
      thinning.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, thinning);
    } finally {
      reader.dispose();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.demo;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads a QR code as a phone's camera would. */
final class QrReader {

  private QrReader() {}

  /**
   * The text in a picture.
   *
   * @throws StepFailedException if it shows no code
   */
  static String read(byte[] picture) throws IOException {
    var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture));
    BufferedImage image = ImageIO.read(in);
    StepFailedException.require(image != null, "this is no picture");
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    try {
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    } catch (ReaderException e) {
      throw new StepFailedException("the picture shows no code that can be read");
    }
  }
}

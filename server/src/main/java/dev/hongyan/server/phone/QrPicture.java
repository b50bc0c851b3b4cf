// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.hongyan.server.media.PictureReader;
import dev.hongyan.server.media.PictureRefusedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Reads the text out of a picture of a QR code. The first picture loads half of the JDK's desktop,
 * so this class is touched by nothing else.
 */
final class QrPicture {

  private static final PictureReader READER = new PictureReader();

  /** Larger pictures are thinned out while they are read: a QR code needs no more. */
  private static final int SIDE = 1600;

  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(
          DecodeHintType.TRY_HARDER,
          true,
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(BarcodeFormat.QR_CODE),
          DecodeHintType.CHARACTER_SET,
          "UTF-8");

  private QrPicture() {}

  /**
   * The text in this picture.
   *
   * @throws Problem if it is no picture, or shows no code
   */
  static String read(String base64) {
    BufferedImage image = image(bytes(base64));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    LuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    try {
      return text(source);
    } catch (ReaderException dark) {
      return inverted(source);
    }
  }

  /** Pages in dark mode show light codes on a dark ground. */
  private static String inverted(LuminanceSource source) {
    try {
      return text(source.invert());
    } catch (ReaderException e) {
      throw Problem.field("picture", "shows no QR code that we can read");
    }
  }

  private static String text(LuminanceSource source) throws ReaderException {
    BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(source));
    String text = new QRCodeReader().decode(bitmap, HINTS).getText();
    if (text == null || text.isEmpty()) {
      throw NotFoundException.getNotFoundInstance();
    }
    return text;
  }

  private static byte[] bytes(String base64) {
    int comma = base64.startsWith("data:") ? base64.indexOf(',') + 1 : 0;
    try {
      return Base64.getMimeDecoder().decode(base64.substring(comma));
    } catch (IllegalArgumentException e) {
      throw Problem.field("picture", "is not base64");
    }
  }

  private static BufferedImage image(byte[] bytes) {
    try {
      return READER.read(new ByteArrayInputStream(bytes), SIDE);
    } catch (PictureRefusedException e) {
      throw switch (e.reason()) {
        case NO_PICTURE -> Problem.field("picture", "is no PNG, JPEG, GIF or BMP");
        case TOO_LARGE ->
            Problem.tooLarge("picture has more than " + PictureReader.PIXELS + " pixels");
        case BROKEN -> Problem.field("picture", "is broken");
      };
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.login.CodePicture;
import dev.hongyan.time.Randomness;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.awt.image.BufferedImage;

/**
 * Draws QR pictures. The same text looks different each time: about one fixed picture in a hundred
 * is never read by one client's reader, which fetches it again and again (protocol reference 8.5).
 */
public record QrPictures(Randomness randomness) {

  /** Pixels of a module: 29 modules and the border give the 430 pixels of the real picture. */
  private static final int SCALE = 12;

  /** Modules of white around; readers need four. */
  private static final int BORDER = 4;

  private static final int MASKS = 8;
  private static final int LARGEST_VERSION = 10;
  private static final int BLACK = 0x000000;
  private static final int WHITE = 0xffffff;

  /** The picture that says this. */
  public CodePicture.Picture draw(String text) {
    QrCode code =
        QrCode.encodeSegments(
            QrSegment.makeSegments(text),
            QrCode.Ecc.MEDIUM,
            QrCode.MIN_VERSION,
            LARGEST_VERSION,
            randomness.nextInt(MASKS),
            true);
    int side = (code.size + 2 * BORDER) * SCALE;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = code.getModule(x / SCALE - BORDER, y / SCALE - BORDER);
        image.setRGB(x, y, dark ? BLACK : WHITE);
      }
    }
    return new CodePicture.Picture("image/jpeg", Body.of(Jpeg.encode(image)));
  }
}

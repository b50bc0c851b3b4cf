// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class QrCodeTest {

  private static final int WHITE = 0xffffff;

  private final QrCode code = new QrCode("https://login.weixin.qq.com/l/gZx3Ab9Qcw==");

  @Test
  void isReadFromItsPicture() throws IOException, NotFoundException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(code.png(8)));

    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    assertThat(read(image.getWidth(), image.getHeight(), pixels)).isEqualTo(code.text());
  }

  @Test
  void isReadFromTheTerminal() throws NotFoundException {
    String[] lines = code.terminal().replaceAll("\u001b\\[[0-9;]*m", "").split("\n", -1);

    int scale = 8;
    int side = lines[0].length() * scale;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, WHITE);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        char block = lines[y / (2 * scale)].charAt(x / scale);
        boolean upper = y / scale % 2 == 0;
        if (block == '█' || (upper ? block == '▀' : block == '▄')) {
          pixels[y * side + x] = 0;
        }
      }
    }
    assertThat(read(side, side, pixels)).isEqualTo(code.text());
    assertThat(lines[0].length()).isLessThanOrEqualTo(80);
  }

  @Test
  void refusesScalesThatWouldFillTheMemory() {
    assertThatIllegalArgumentException().isThrownBy(() -> code.png(65)).withMessageContaining("64");
    assertThatIllegalArgumentException().isThrownBy(() -> code.png(0));
  }

  private static String read(int width, int height, int[] pixels) throws NotFoundException {
    var bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    return new MultiFormatReader().decode(bitmap).getText();
  }
}

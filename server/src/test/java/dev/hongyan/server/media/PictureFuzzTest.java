// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody calls a picture or a video: it is looked at, or refused for a reason. */
class PictureFuzzTest {

  private static final int SIDE = 64;
  private static final String ANIMATED =
      "474946383961020002008000000000ffffff21f904000a0000002c000000000200020000020304125" + "0003b";

  private final PictureReader reader = new PictureReader();

  static Stream<byte[]> pictures() throws IOException {
    return Stream.of(
        drawn("png", BufferedImage.TYPE_INT_ARGB),
        drawn("png", BufferedImage.TYPE_BYTE_INDEXED),
        drawn("gif", BufferedImage.TYPE_BYTE_INDEXED),
        drawn("bmp", BufferedImage.TYPE_INT_RGB),
        drawn("jpg", BufferedImage.TYPE_INT_RGB),
        drawn("wbmp", BufferedImage.TYPE_BYTE_BINARY),
        HexFormat.of().parseHex(ANIMATED));
  }

  @MethodSource("pictures")
  @FuzzTest(maxDuration = "60s")
  void pictures(byte @Nullable [] bytes) {
    byte[] given = bytes == null ? new byte[0] : bytes;
    try {
      BufferedImage picture = reader.read(new ByteArrayInputStream(given), SIDE);

      assertThat(Math.max(picture.getWidth(), picture.getHeight())).isBetween(1, 2 * SIDE);
    } catch (PictureRefusedException e) {
      assertThat(e.reason()).isNotNull();
    }
  }

  /** What is not decoded, only looked at. */
  static Stream<byte[]> media() throws IOException {
    return Stream.concat(
        pictures(),
        Stream.of(
                "0000000866747970000000246d6f6f760000001c6d76686400000000000000000000000000000"
                    + "3e800002904",
                "fffb500000000000",
                "4944330300000000010200",
                "524946460000000057454250")
            .map(hex -> HexFormat.of().parseHex(hex.substring(0, hex.length() & ~1))));
  }

  @MethodSource("media")
  @FuzzTest(maxDuration = "60s")
  void looks(byte @Nullable [] bytes) throws IOException {
    byte[] given = bytes == null ? new byte[0] : bytes;

    MediaLook look =
        MediaLook.at(
            (position, most) ->
                position < given.length
                    ? Arrays.copyOfRange(
                        given,
                        Math.toIntExact(position),
                        Math.toIntExact(Math.min(given.length, position + most)))
                    : new byte[0],
            given.length);

    assertThat(look.width()).isNotNegative();
    assertThat(look.height()).isNotNegative();
    assertThat(look.length().toMillis()).isNotNegative();
  }

  private static byte[] drawn(String format, int type) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BufferedImage picture = new BufferedImage(3, 2, type);
    picture.setRGB(1, 1, 0xffcc8844);
    assertThat(ImageIO.write(picture, format, out)).isTrue();
    return out.toByteArray();
  }
}

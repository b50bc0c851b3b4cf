// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.time.Randomness;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class MediaLookTest {

  @ParameterizedTest
  @CsvSource({"jpg, JPEG", "png, PNG", "gif, GIF", "bmp, BMP"})
  void tellsPicturesAndTheirSize(String format, MediaFormat expected) throws Exception {
    assertThat(look(picture(format))).isEqualTo(new MediaLook(expected, 320, 200, Duration.ZERO));
  }

  @Test
  void findsTheSizeOfAJpegBehindLongSegments() throws Exception {
    byte[] plain = picture("jpg");
    ByteBuffer long1 = ByteBuffer.allocate(plain.length + 3 * 65_537);
    long1.put(plain, 0, 2);
    for (int i = 0; i < 3; i++) {
      long1.putShort((short) 0xffe1).putShort((short) 65_535).put(new byte[65_533]);
    }
    long1.put(plain, 2, plain.length - 2);

    assertThat(look(long1.array()).width()).isEqualTo(320);
  }

  @Test
  void tellsHowLongAVideoPlaysAndHowLargeItIs() throws Exception {
    byte[] track = box("trak", box("tkhd", new byte[76], number(640 << 16), number(360 << 16)));
    byte[] header = box("mvhd", new byte[12], number(1000), number(10_500), new byte[80]);
    byte[] video =
        join(
            box("ftyp", "isom".getBytes(StandardCharsets.US_ASCII)),
            box("mdat", new byte[5000]),
            box("moov", header, track));

    assertThat(look(video))
        .isEqualTo(new MediaLook(MediaFormat.MP4, 640, 360, Duration.ofMillis(10_500)));
  }

  @Test
  void tellsHowLongAnMp3Plays() throws Exception {
    byte[] frames = new byte[16_000];
    frames[0] = (byte) 0xff;
    frames[1] = (byte) 0xfb;
    frames[2] = (byte) 0x50;
    byte[] tag = HexFormat.of().parseHex("49443303000000000102");
    byte[] tagged = join(tag, new byte[130], frames);

    assertThat(look(frames).length()).isEqualTo(Duration.ofSeconds(2));
    assertThat(look(tagged)).isEqualTo(look(frames));
  }

  @ParameterizedTest
  @CsvSource({"'<html>', OTHER", "'%PDF-1.7', PDF", "'#!AMR', AMR", "'', OTHER", "'BM', OTHER"})
  void tellsTheOthersByTheirFirstBytes(String head, MediaFormat expected) throws Exception {
    assertThat(look(head.getBytes(StandardCharsets.UTF_8)).format()).isEqualTo(expected);
  }

  @Test
  void survivesEveryCutAndManyWoundsOfAFile() throws Exception {
    byte[] track = box("trak", box("tkhd", new byte[76], number(640 << 16), number(360 << 16)));
    byte[] video = join(box("ftyp", new byte[4]), box("moov", box("mvhd", new byte[100]), track));
    Randomness chance = Randomness.seeded(11);
    for (byte[] whole : new byte[][] {picture("jpg"), picture("png"), picture("gif"), video}) {
      for (int length = 0; length < Math.min(400, whole.length); length++) {
        assertThat(look(Arrays.copyOf(whole, length)).width()).isBetween(0, 1 << 20);
      }
      for (int i = 0; i < 2000; i++) {
        byte[] wounded = whole.clone();
        wounded[chance.nextInt(Math.min(200, whole.length))] = (byte) chance.nextInt(256);
        assertThat(look(wounded).height()).isBetween(0, 1 << 20);
      }
    }
  }

  static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  private static MediaLook look(byte[] bytes) throws IOException {
    return MediaLook.at(
        (position, most) -> {
          int from = (int) Math.min(position, bytes.length);
          return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + most));
        },
        bytes.length);
  }

  private static byte[] box(String kind, byte[]... inside) {
    byte[] content = join(inside);
    return join(number(content.length + 8), kind.getBytes(StandardCharsets.US_ASCII), content);
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}

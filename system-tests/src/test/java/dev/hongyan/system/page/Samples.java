// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.page;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/** Files as people have them. */
final class Samples {

  private static final int RATE = 8_000;

  private Samples() {}

  /** A file of the kind that its name says. */
  static byte[] of(String name) throws IOException {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "png" -> image("png");
      case "gif" -> image("gif");
      case "mp4" -> video();
      case "wav" -> sound();
      default -> PhonePageCase.noise(3_000);
    };
  }

  private static byte[] image(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  /** As much of an MP4 as anybody looks at. */
  private static byte[] video() {
    byte[] bytes = PhonePageCase.noise(600_000);
    byte[] head = "\0\0\0\u0018ftypmp42".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  /** A second of silence. */
  private static byte[] sound() {
    ByteBuffer wav = ByteBuffer.allocate(44 + 2 * RATE).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * RATE);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * RATE);
    return wav.array();
  }

  /** Drops a file on an element, or pastes it there, as the browser tells pages of it. */
  static void handOver(Page page, String event, String selector, String name) throws IOException {
    page.evaluate(
        """
        ([kind, selector, name, base64]) => {
          const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
          const files = new DataTransfer();
          files.items.add(new File([bytes], name, { type: 'image/png' }));
          const how = { bubbles: true, cancelable: true };
          const event = kind === 'drop'
            ? new DragEvent('drop', { ...how, dataTransfer: files })
            : new ClipboardEvent('paste', { ...how, clipboardData: files });
          document.querySelector(selector).dispatchEvent(event);
        }
        """,
        List.of(event, selector, name, Base64.getEncoder().encodeToString(of(name))));
  }
}

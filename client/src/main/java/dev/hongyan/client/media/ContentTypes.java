// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Which label goes with which ending, and which ending with which bytes. */
final class ContentTypes {

  /** So many bytes tell one kind of picture from another. */
  static final int TELLING_BYTES = 12;

  private ContentTypes() {}

  /** The label for a file of this name. */
  static String of(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "jpg", "jpeg" -> "image/jpeg";
      case "png" -> "image/png";
      case "bmp" -> "image/bmp";
      case "gif" -> "image/gif";
      case "mp4" -> "video/mp4";
      case "mp3" -> "audio/mpeg";
      case "pdf" -> "application/pdf";
      case "txt" -> "text/plain";
      case "zip" -> "application/zip";
      default -> "application/octet-stream";
    };
  }

  /**
   * The ending for media whose name nobody told. The bytes are believed first: the service labels a
   * GIF as JPEG (protocol reference 3.20).
   *
   * @param first the first bytes, fewer if there are no more
   * @param label what the server says it is
   */
  static String ending(byte[] first, String label) {
    String head = new String(first, StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return "jpg";
    }
    if (head.startsWith("\u0089PNG")) {
      return "png";
    }
    if (head.startsWith("GIF8")) {
      return "gif";
    }
    if (head.startsWith("BM")) {
      return "bmp";
    }
    if (head.startsWith("RIFF") && head.endsWith("WEBP")) {
      return "webp";
    }
    if (head.startsWith("ftyp", 4)) {
      return "mp4";
    }
    return ofLabel(label.toLowerCase(Locale.ROOT));
  }

  private static String ofLabel(String label) {
    if (label.startsWith("audio/")) {
      return "mp3";
    }
    if (label.startsWith("video/")) {
      return "mp4";
    }
    return label.startsWith("image/") ? "jpg" : "bin";
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Which label goes with which ending, and which ending with which bytes. */
final class ContentTypes {

  /** So many bytes tell one kind from another. */
  static final int TELLING_BYTES = 12;

  /** How files begin, each byte a character, and how their names end. */
  private static final Map<String, String> MARKS =
      Map.of(
          "\u00ff\u00d8\u00ff", "jpg",
          "\u0089PNG", "png",
          "GIF8", "gif",
          "BM", "bmp",
          "ID3", "mp3",
          "OggS", "ogg",
          "#!AMR", "amr",
          "\u001aE\u00df\u00a3", "webm");

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
   * GIF as JPEG (protocol reference 3.20), and not every server turns each voice into MP3.
   *
   * @param first the first bytes, fewer if there are no more
   * @param label what the server says it is
   */
  static String ending(byte[] first, String label) {
    String head = new String(first, StandardCharsets.ISO_8859_1);
    String kind = label.toLowerCase(Locale.ROOT);
    if (head.startsWith("RIFF")) {
      return ofRiff(head, kind);
    }
    if (head.startsWith("ftyp", 4)) {
      return kind.startsWith("audio/") ? "m4a" : "mp4";
    }
    return MARKS.entrySet().stream()
        .filter(mark -> head.startsWith(mark.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElseGet(() -> ofLabel(kind));
  }

  private static String ofRiff(String head, String kind) {
    return switch (head.substring(Math.min(8, head.length()))) {
      case "WEBP" -> "webp";
      case "WAVE" -> "wav";
      default -> ofLabel(kind);
    };
  }

  private static String ofLabel(String kind) {
    if (kind.startsWith("audio/")) {
      return "mp3";
    }
    if (kind.startsWith("video/")) {
      return "mp4";
    }
    return kind.startsWith("image/") ? "jpg" : "bin";
  }
}

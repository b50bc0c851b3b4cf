// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What contents are, told by their first bytes and by nothing that somebody says about them. */
public enum MediaFormat {
  JPEG("image/jpeg"),
  PNG("image/png"),
  GIF("image/gif"),
  BMP("image/bmp"),
  WEBP("image/webp"),
  MP4("video/mp4"),
  MP3("audio/mp3"),
  AMR("audio/amr"),
  PDF("application/pdf"),
  OTHER("application/octet-stream");

  /** Enough for every format that is told apart here. */
  private static final int HEAD = 16;

  private final String contentType;

  MediaFormat(String contentType) {
    this.contentType = contentType;
  }

  /** As HTTP calls it; what a browser might run is an octet stream. */
  public String contentType() {
    return contentType;
  }

  /** Whether it is a picture. */
  public boolean isPicture() {
    return contentType.startsWith("image/");
  }

  /** The format that begins like this. */
  public static MediaFormat of(byte[] content) {
    byte[] head = Arrays.copyOf(content, HEAD);
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return GIF;
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return WEBP;
    }
    if (text.startsWith("ftyp", 4)) {
      return MP4;
    }
    if (text.startsWith("ID3") || isFrameOfMp3(head)) {
      return MP3;
    }
    if (text.startsWith("#!AMR")) {
      return AMR;
    }
    if (text.startsWith("%PDF-")) {
      return PDF;
    }
    boolean bitmap = content.length >= HEAD && text.startsWith("\0\0\0\0", 6);
    return bitmap && text.startsWith("BM") ? BMP : OTHER;
  }

  /** Eleven bits of synchronisation, layer III, a bit rate and a sampling rate that exist. */
  static boolean isFrameOfMp3(byte[] head) {
    return head[0] == (byte) 0xff
        && (head[1] & 0xe6) == 0xe2
        && (head[1] & 0x18) != 0x08
        && (head[2] & 0xf0) != 0xf0
        && (head[2] & 0xf0) != 0
        && (head[2] & 0x0c) != 0x0c;
  }
}

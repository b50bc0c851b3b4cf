// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** What a media is meant to be, and how large it then may be (protocol reference 3.19, 9). */
public enum MediaKind {
  /** A picture in any format. */
  PICTURE(20 << 20),
  /** A video, or a sound. */
  VIDEO(20 << 20),
  /** Anything else; 50 MB in the web page's constants, 100 MB in practice. */
  FILE(100 << 20);

  private final long limit;

  MediaKind(long limit) {
    this.limit = limit;
  }

  /** Bytes that it may have. */
  public long limit() {
    return limit;
  }
}

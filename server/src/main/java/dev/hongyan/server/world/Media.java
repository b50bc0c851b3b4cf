// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Duration;

/**
 * A content that is too large for a message: kept once, however many messages show it.
 *
 * @param sha256 64 hex digits: what it is called here
 * @param md5 32 hex digits: what the protocol goes by
 * @param size bytes
 * @param contentType what its first bytes say that it is, not what somebody says
 * @param width pixels, 0 if unknown
 * @param height pixels, 0 if unknown
 * @param length of a sound or video, zero if unknown
 */
public record Media(
    String sha256,
    String md5,
    long size,
    String contentType,
    int width,
    int height,
    Duration length) {

  /** Whether it is a picture of any format. */
  public boolean isPicture() {
    return contentType.startsWith("image/");
  }
}

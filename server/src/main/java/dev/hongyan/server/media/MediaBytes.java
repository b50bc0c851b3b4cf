// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.media;

import java.io.IOException;

/** A content that can be looked into anywhere. */
@FunctionalInterface
public interface MediaBytes {

  /**
   * Bytes from here on, as many as there are up to this.
   *
   * @throws IOException if they cannot be read
   */
  byte[] read(long position, int most) throws IOException;
}

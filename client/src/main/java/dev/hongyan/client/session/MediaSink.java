// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.session;

import dev.hongyan.protocol.media.Media;
import java.io.IOException;
import java.io.OutputStream;

/** Where media go while they arrive. */
@FunctionalInterface
public interface MediaSink {

  /**
   * Called once, when the head of the reply is there.
   *
   * @param head all but the bytes: they cannot be read from it, only counted, and the count is 0
   *     where the server does not tell
   * @throws IOException if there is no place for the bytes
   */
  OutputStream open(Media head) throws IOException;
}

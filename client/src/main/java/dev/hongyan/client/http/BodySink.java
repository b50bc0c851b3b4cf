// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.protocol.WebReply;
import java.io.IOException;
import java.io.OutputStream;

/** Where the body of a reply goes while it arrives. */
@FunctionalInterface
public interface BodySink {

  /**
   * Called once, when the head of the reply is there and before its body is.
   *
   * @param head status and headers, with an empty body
   * @return takes the body and is closed after the last byte, also when there are fewer than
   *     announced
   * @throws IOException if there is no place for it; the rest of the reply is then given up
   */
  OutputStream open(WebReply head) throws IOException;
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.protocol.WebRequest;

/** What has come in on a connection and waits for its answer. */
sealed interface Arrival {

  /**
   * A whole request.
   *
   * @param reusable whether the connection serves another request after this one
   * @param modern whether the client speaks HTTP/1.1
   * @param body what holds the body; whoever takes the request drops it in the end
   */
  record Request(WebRequest request, boolean reusable, boolean modern, BodyBuffer body)
      implements Arrival {}

  /** Bytes that will never be a request, and the answer to them; nothing after them is read. */
  record Refusal(int status, String reason) implements Arrival {}
}

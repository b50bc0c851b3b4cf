// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.testkit;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.Server;
import java.io.IOException;

/**
 * The way to a server in memory: what a client under test calls instead of the network. A client of
 * ours takes it as its transport:
 *
 * <pre>{@code
 * WeChat.builder().transport((request, limits) -> server.path().exchange(request)) …
 * }</pre>
 */
@FunctionalInterface
public interface RequestPath {

  /**
   * Brings a request to the server and its reply back. Blocks for as long as the server holds it.
   *
   * @param source the address that the request is to come from, for limits per source
   * @throws IOException if a fault was ordered that breaks the connection; never without one
   * @throws InterruptedException if the thread is interrupted, or the server is closed
   */
  WebReply exchange(WebRequest request, String source) throws IOException, InterruptedException;

  /** As above, from {@link Server#MEMORY}. */
  default WebReply exchange(WebRequest request) throws IOException, InterruptedException {
    return exchange(request, Server.MEMORY);
  }
}

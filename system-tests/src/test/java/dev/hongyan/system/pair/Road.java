// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import dev.hongyan.client.http.HttpTransport;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.time.Randomness;
import java.io.IOException;

/** The way between a client and a server, on which things get lost. */
final class Road implements HttpTransport {

  private final HttpTransport open;
  private final Randomness luck;
  private volatile double losses;
  private volatile boolean closed;

  /**
   * A good road until it is told otherwise.
   *
   * @param open the way as it is when nothing is lost
   */
  Road(HttpTransport open, long seed) {
    this.open = open;
    this.luck = Randomness.seeded(seed);
  }

  /** From now on this share of the requests is lost, half of them only after they were answered. */
  void loses(double share) {
    losses = share;
  }

  /** From now on nothing gets through, or everything that is not lost. */
  void isClosed(boolean now) {
    closed = now;
  }

  @Override
  public WebReply exchange(WebRequest request, Limits limits)
      throws IOException, InterruptedException {
    double lot = luck.nextDouble();
    if (closed || lot < losses / 2) {
      throw new IOException("the request was lost");
    }
    WebReply reply = open.exchange(request, limits);
    if (closed || lot < losses) {
      throw new IOException("the reply was lost");
    }
    return reply;
  }
}

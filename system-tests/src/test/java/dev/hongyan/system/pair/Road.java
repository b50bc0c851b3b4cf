// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import dev.hongyan.client.http.BodySink;
import dev.hongyan.client.http.HttpTransport;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.time.Randomness;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** The way between a client and a server, on which things get lost. */
final class Road implements HttpTransport {

  private final HttpTransport open;
  private final Randomness luck;
  private volatile double losses;
  private volatile boolean closed;
  private final AtomicReference<Optional<Predicate<WebReply>>> doomed =
      new AtomicReference<>(Optional.empty());

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

  /** The next reply of this kind is lost, after the server has done what it was asked. */
  void losesNext(Predicate<WebReply> kind) {
    doomed.set(Optional.of(kind));
  }

  /** How an exchange goes on the open road. */
  private interface Way {
    WebReply go() throws IOException, InterruptedException;
  }

  @Override
  public WebReply exchange(WebRequest request, Limits limits)
      throws IOException, InterruptedException {
    return travel(() -> open.exchange(request, limits));
  }

  @Override
  public WebReply exchange(WebRequest request, FlowLimits limits, BodySink sink)
      throws IOException, InterruptedException {
    return travel(() -> open.exchange(request, limits, sink));
  }

  private WebReply travel(Way way) throws IOException, InterruptedException {
    double lot = luck.nextDouble();
    if (closed || lot < losses / 2) {
      throw new IOException("the request was lost");
    }
    WebReply reply = way.go();
    if (closed || lot < losses || isDoomed(reply)) {
      throw new IOException("the reply was lost");
    }
    return reply;
  }

  private boolean isDoomed(WebReply reply) {
    Optional<Predicate<WebReply>> kind = doomed.get();
    return kind.isPresent()
        && kind.get().test(reply)
        && doomed.compareAndSet(kind, Optional.empty());
  }
}

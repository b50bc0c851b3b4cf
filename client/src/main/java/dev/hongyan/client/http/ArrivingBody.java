// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a reply as a stream that is read while it arrives. The selector's thread only hands
 * over what came; it is asked for more when that has been read, so that a slow reader slows its own
 * connection and nothing is piled up. For one reading thread.
 */
final class ArrivingBody extends InputStream implements BodySubscriber<InputStream> {

  /** What the selector's thread hands over. */
  private sealed interface Arrival {
    /** Bytes. */
    record Bytes(List<ByteBuffer> buffers) implements Arrival {}

    /** No more bytes: there are none, or they cannot be had. */
    record End(@Nullable Throwable failure) implements Arrival {}
  }

  /** How much may wait to be read: so many pieces of 16 KiB, as large as the JDK makes them. */
  private static final int AHEAD = 16;

  private final Duration silence;
  private final CompletableFuture<?> deadline;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final CompletableFuture<InputStream> body = new CompletableFuture<>();
  private volatile @Nullable Subscription subscription;
  private List<ByteBuffer> buffers = List.of();
  private Arrival.@Nullable End end;

  /**
   * A body that has not begun to arrive.
   *
   * @param silence how long to wait for the next bytes
   * @param deadline done when it is too late for all of them
   */
  ArrivingBody(Duration silence, CompletableFuture<?> deadline) {
    this.silence = silence;
    this.deadline = deadline;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription newSubscription) {
    subscription = newSubscription;
    newSubscription.request(AHEAD);
    var ignored = body.complete(this);
  }

  @Override
  public void onNext(List<ByteBuffer> arrived) {
    arrivals.add(new Arrival.Bytes(arrived));
  }

  @Override
  public void onError(Throwable failure) {
    arrivals.add(new Arrival.End(failure));
  }

  @Override
  public void onComplete() {
    arrivals.add(new Arrival.End(null));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    ByteBuffer next = next();
    if (!next.hasRemaining()) {
      return -1;
    }
    int count = Math.min(length, next.remaining());
    next.get(target, offset, count);
    return count;
  }

  /** Bytes that are here; none at the end. */
  private ByteBuffer next() throws IOException {
    while (true) {
      for (ByteBuffer buffer : buffers) {
        if (buffer.hasRemaining()) {
          return buffer;
        }
      }
      if (end == null) {
        take();
      }
      if (end != null) {
        return nothing(end);
      }
    }
  }

  private static ByteBuffer nothing(Arrival.End end) throws IOException {
    if (end.failure != null) {
      throw new IOException("the reply broke off before its end", end.failure);
    }
    return ByteBuffer.allocate(0);
  }

  private void take() throws IOException {
    switch (await()) {
      case Arrival.Bytes(List<ByteBuffer> arrived) -> {
        buffers = arrived;
        Subscription source = subscription;
        if (source != null) {
          source.request(1);
        }
      }
      case Arrival.End last -> {
        buffers = List.of();
        end = last;
      }
    }
  }

  private Arrival await() throws IOException {
    try {
      Arrival arrival = arrivals.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
      if (arrival == null) {
        throw new IOException("no byte within " + silence);
      }
      if (deadline.isDone()) {
        throw new IOException("the reply did not end in time");
      }
      return arrival;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a reply arrives");
    }
  }

  /** Hangs up, if there is more to come. */
  @Override
  public void close() {
    Subscription source = subscription;
    if (source != null) {
      source.cancel();
    }
  }
}

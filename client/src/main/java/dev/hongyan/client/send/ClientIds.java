// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.time.Randomness;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Gives messages their ids before they are sent (protocol reference 3.12). */
public final class ClientIds {

  /** Bound while a handler runs; a constant key, the value lives with the thread. */
  private static final ScopedValue<Answering> ANSWERING = ScopedValue.newInstance();

  /** Milliseconds have 13 digits since 2001, and will until 2286. */
  private static final long SMALLEST_MILLISECOND = 1_000_000_000_000L;

  /** The last three digits are random; what is before them is 0. */
  private static final int RANDOM = 1_000;

  private final InstantSource clock;
  private final Randomness randomness;
  private final long perMillisecond;
  private final AtomicLong last = new AtomicLong();

  /**
   * Ids of the form that this client gives them: those of the web client have 17 digits, those of
   * the file helper 16.
   */
  public ClientIds(InstantSource clock, Randomness randomness, WebApp app) {
    this.perMillisecond = Math.powExact(10L, app.clientIdTail());
    this.clock = clock;
    this.randomness = randomness;
  }

  /** Something that sends while it handles a message. */
  @FunctionalInterface
  public interface Handling {
    /** Does it. */
    void run() throws InterruptedException;
  }

  /** Runs a handler of this message; what the thread sends meanwhile gets repeatable ids. */
  public static void whileAnswering(String incoming, Handling handling)
      throws InterruptedException {
    ScopedValue.where(ANSWERING, new Answering(incoming))
        .<Void, InterruptedException>call(() -> {
          handling.run();
          return null;
        });
  }

  /** The id of the next message that this thread sends. */
  ClientMessageId next() {
    return new ClientMessageId(
        ANSWERING.isBound() ? derived(ANSWERING.get().next()) : Long.toString(fresh()));
  }

  /** Whether the next id may have been given out before: to the same answer, in its first try. */
  boolean mayRepeat() {
    return ANSWERING.isBound();
  }

  /** Two messages of one millisecond may draw the same digits: the later one gets the next id. */
  private long fresh() {
    long drawn = clock.millis() * perMillisecond + randomness.nextInt(RANDOM);
    return last.updateAndGet(before -> Math.max(drawn, before + 1));
  }

  private String derived(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      long number = ByteBuffer.wrap(hash).getLong();
      long smallest = SMALLEST_MILLISECOND * perMillisecond;
      return Long.toString(smallest + Long.remainderUnsigned(number, 9 * smallest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

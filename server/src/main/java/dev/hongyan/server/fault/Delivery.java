// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * How a reply goes back to whoever asked: whole and at once, unless a {@link Mishap} was ordered. A
 * socket carries it out byte by byte; without one, a connection that breaks is an {@link
 * IOException}, as it is for a client.
 */
public sealed interface Delivery {

  /** What was answered, though it may not arrive; nothing if the request was not even looked at. */
  Optional<WebReply> reply();

  /**
   * Carries it out where there is no socket.
   *
   * @throws IOException if the connection would have broken before the reply was whole
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  WebReply withoutSocket(Time time) throws IOException, InterruptedException;

  /** As it should be. */
  record Whole(WebReply answer) implements Delivery {

    @Override
    public Optional<WebReply> reply() {
      return Optional.of(answer);
    }

    @Override
    public WebReply withoutSocket(Time time) {
      return answer;
    }
  }

  /**
   * Whole, but in small pieces.
   *
   * @param bytes of the body that go out at once, 1 or more
   * @param pause before each piece but the first
   */
  record Dripping(WebReply answer, int bytes, Duration pause) implements Delivery {

    @Override
    public Optional<WebReply> reply() {
      return Optional.of(answer);
    }

    @Override
    public WebReply withoutSocket(Time time) throws InterruptedException {
      for (long at = bytes; at < answer.body().length(); at += bytes) {
        time.pause(pause);
      }
      return answer;
    }
  }

  /** The connection is closed without a word. */
  record Silence(Optional<WebReply> reply) implements Delivery {

    @Override
    public WebReply withoutSocket(Time time) throws IOException {
      throw new IOException("the connection was closed without an answer");
    }
  }

  /** The connection is reset. */
  record Reset(Optional<WebReply> reply, Moment moment) implements Delivery {

    /** When, seen from the reply. */
    public enum Moment {
      /** Nothing of it was sent. */
      BEFORE,
      /** Headers and half of the body were sent. */
      INSIDE,
      /**
       * All of it was sent; whether it arrives is a matter of luck, and without a socket it fails.
       */
      AFTER
    }

    @Override
    public WebReply withoutSocket(Time time) throws IOException {
      throw new IOException("the connection was reset");
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.time.Time;
import java.time.Duration;
import java.util.Optional;

/** The server has done what it was asked, and its reply suffers on the way back. */
public sealed interface Mishap extends Fault {

  /** What becomes of the reply. */
  Delivery befall(WebReply reply, Time time) throws InterruptedException;

  /**
   * It comes late.
   *
   * @param time above 0, ten minutes at most
   */
  record Delay(Duration time) implements Mishap {

    public Delay {
      Bounds.requirePause("for", time);
    }

    @Override
    public String kind() {
      return "delay";
    }

    @Override
    public Delivery befall(WebReply reply, Time clock) throws InterruptedException {
      clock.pause(time);
      return new Delivery.Whole(reply);
    }
  }

  /** It never comes: the connection is closed. */
  record Lost() implements Mishap {

    @Override
    public String kind() {
      return "lost";
    }

    @Override
    public Delivery befall(WebReply reply, Time time) {
      return new Delivery.Silence(Optional.of(reply));
    }
  }

  /** The connection is reset while it comes, or right behind it. */
  record Reset(Delivery.Reset.Moment moment) implements Mishap {

    public Reset {
      if (moment == Delivery.Reset.Moment.BEFORE) {
        throw new IllegalArgumentException("before its reply a request is denied: Denial.Reset");
      }
    }

    @Override
    public String kind() {
      return "reset";
    }

    @Override
    public Delivery befall(WebReply reply, Time time) {
      return new Delivery.Reset(Optional.of(reply), moment);
    }
  }

  /**
   * It comes in small pieces.
   *
   * @param bytes of the body at once, 1 to 65,536
   * @param pause between two of them
   */
  record Drip(int bytes, Duration pause) implements Mishap {

    private static final int MOST = 1 << 16;

    public Drip {
      if (bytes < 1 || bytes > MOST) {
        throw new WrongTermException("bytes", "is " + bytes + ", allowed: 1 to " + MOST);
      }
      Bounds.requirePause("pause", pause);
    }

    @Override
    public String kind() {
      return "drip";
    }

    @Override
    public Delivery befall(WebReply reply, Time time) {
      return new Delivery.Dripping(reply, bytes, pause);
    }
  }
}

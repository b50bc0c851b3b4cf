// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.time.Randomness;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The server has done what it was asked, and its reply says something else. */
public sealed interface Distortion extends Fault
    permits Retelling,
        Distortion.EmptyBody,
        Distortion.Garbage,
        Distortion.Truncated,
        Distortion.WrongCharset,
        Distortion.ClockJump {

  /** The reply as it goes out; empty if there is nothing in it to distort, which is no occasion. */
  Optional<WebReply> distort(Occasion at, WebReply reply);

  /** Status and headers without a body (protocol reference 6.4). */
  record EmptyBody() implements Distortion {

    @Override
    public String kind() {
      return "empty";
    }

    @Override
    public Optional<WebReply> distort(Occasion at, WebReply reply) {
      return Replies.withBody(reply, Body.EMPTY);
    }
  }

  /** As many bytes as there were, but any: each time the same. Of a large body only the first. */
  record Garbage() implements Distortion {

    private static final long SEED = 20260301;

    /** No reader gets beyond them; a video need not be in memory. */
    private static final int MOST = 1 << 16;

    @Override
    public String kind() {
      return "garbage";
    }

    @Override
    public Optional<WebReply> distort(Occasion at, WebReply reply) {
      Body body = reply.body();
      int bytes = (int) Math.min(MOST, body.length());
      Body any = Body.of(Randomness.seeded(SEED).bytes(bytes));
      Body rest = body.slice(bytes, body.length() - bytes);
      return Replies.withBody(reply, Body.join(List.of(any, rest)));
    }
  }

  /**
   * The body ends too early, in a message that is whole as far as HTTP can tell.
   *
   * @param percent what is left of it, 0 to 99
   */
  record Truncated(int percent) implements Distortion {

    public Truncated {
      if (percent < 0 || percent > 99) {
        throw new WrongTermException("percent", "is " + percent + ", allowed: 0 to 99");
      }
    }

    @Override
    public String kind() {
      return "truncated";
    }

    @Override
    public Optional<WebReply> distort(Occasion at, WebReply reply) {
      Body all = reply.body();
      return Replies.withBody(reply, all.slice(0, all.length() * percent / 100));
    }
  }

  /**
   * The label names a charset that the bytes are not in (protocol reference 6.1).
   *
   * @param name such as {@code GBK}
   */
  record WrongCharset(String name) implements Distortion {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._-]{0,39}");

    public WrongCharset {
      if (!NAME.matcher(name).matches()) {
        throw new WrongTermException("charset", "is no name of a charset");
      }
    }

    @Override
    public String kind() {
      return "charset";
    }

    @Override
    public Optional<WebReply> distort(Occasion at, WebReply reply) {
      Headers labelled = Headers.NONE.and("Content-Type", "text/plain; charset=" + name);
      Headers others = Replies.without("Content-Type", reply.headers());
      return Optional.of(new WebReply(reply.status(), labelled.and(others), reply.body()));
    }
  }

  /**
   * The server's clock is wrong: every moment that the reply tells, the ends of cookies included.
   *
   * @param by below 0 if it is slow; a hundred years at most
   */
  record ClockJump(Duration by) implements Distortion {

    private static final Duration MOST = Duration.ofDays(36_500);

    public ClockJump {
      if (by.isZero() || by.abs().compareTo(MOST) > 0) {
        throw new WrongTermException("by", "is " + by + ", allowed: not 0, at most " + MOST);
      }
    }

    @Override
    public String kind() {
      return "clock";
    }

    @Override
    public Optional<WebReply> distort(Occasion at, WebReply reply) {
      return Optional.of(new WrongClock(by).shown(at, reply));
    }
  }
}

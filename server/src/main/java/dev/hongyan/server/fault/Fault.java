// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.Call;
import java.time.Duration;
import java.util.Optional;

/**
 * Something that goes wrong on purpose. Ordered by {@link #on} or {@link #everywhere} and given to
 * {@link Faults#inject}:
 *
 * {@snippet :
 * server.faults().inject(Fault.lost().on(Sync.CALL).of("lin").times(3));
 * server.faults().inject(Fault.errorPage(502).everywhere().withProbability(0.1, 42));
 * }
 */
public sealed interface Fault permits Denial, Distortion, Mishap {

  /** What people call it; the phone API's word. */
  String kind();

  /** Whether it can befall this call at all. */
  default boolean suits(Call<?, ?> call) {
    return true;
  }

  /**
   * It befalls this call, each time.
   *
   * @throws WrongTermException if it cannot
   */
  default FaultOrder on(Call<?, ?> call) {
    return new FaultOrder(this, Optional.of(call.name()), Optional.empty(), new Frequency.Always());
  }

  /** It befalls every call that it suits, each time. */
  default FaultOrder everywhere() {
    return new FaultOrder(this, Optional.empty(), Optional.empty(), new Frequency.Always());
  }

  /** The reply comes late. */
  static Fault delay(Duration time) {
    return new Mishap.Delay(time);
  }

  /** No answer for five minutes; the server never hears of the request. */
  static Fault drop() {
    return new Denial.Drop(Denial.Drop.PATIENCE);
  }

  /** The server acts, the answer never comes. */
  static Fault lost() {
    return new Mishap.Lost();
  }

  /** The connection is reset: before the request is looked at, within its reply, or behind it. */
  static Fault reset(Delivery.Reset.Moment moment) {
    return switch (moment) {
      case BEFORE -> new Denial.Reset();
      case INSIDE, AFTER -> new Mishap.Reset(moment);
    };
  }

  /** The body comes in small pieces. */
  static Fault drip(int bytes, Duration pause) {
    return new Mishap.Drip(bytes, pause);
  }

  /** A page for people answers, under this HTTP status. */
  static Fault errorPage(int status) {
    return new Denial.ErrorPage(status);
  }

  /** The call is refused with this Ret, retcode or code. */
  static Fault refusal(int ret) {
    return new Denial.Refusal(ret);
  }

  /** A reply without a body. */
  static Fault empty() {
    return new Distortion.EmptyBody();
  }

  /** The body ends after so many hundredths of it, in a message that HTTP takes for whole. */
  static Fault truncated(int percent) {
    return new Distortion.Truncated(percent);
  }

  /** As many bytes, but any. */
  static Fault garbage() {
    return new Distortion.Garbage();
  }

  /** The label names a charset that the bytes are not in. */
  static Fault wrongCharset(String name) {
    return new Distortion.WrongCharset(name);
  }

  /** {@code synccheck} announces this at once, news or not. */
  static Fault stuckSelector(int selector) {
    return new Denial.StuckSelector(selector);
  }

  /** {@code webwxsync} says that there is more, for ever. */
  static Fault endlessContinue() {
    return new Retelling.EndlessContinue();
  }

  /** A page of news comes with the key before it, so that it comes again. */
  static Fault repeatedPage() {
    return new Retelling.RepeatedPage();
  }

  /** The server's clock is wrong by so much. */
  static Fault clockJump(Duration by) {
    return new Distortion.ClockJump(by);
  }

  /** The confirmed login goes on at this host. */
  static Fault hostSwitch(String host) {
    return new Retelling.HostSwitch(host);
  }

  /** A page of contacts lacks every other entry. */
  static Fault halfContacts() {
    return new Retelling.HalfContacts();
  }
}

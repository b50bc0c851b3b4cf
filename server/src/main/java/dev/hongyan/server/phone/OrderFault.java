// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.fault.FaultOrder;
import dev.hongyan.server.fault.Faults;
import dev.hongyan.server.fault.Frequency;
import dev.hongyan.server.fault.WrongTermException;
import java.util.Optional;

/** Something is to go wrong from now on. */
record OrderFault(Faults faults) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "faults";
  }

  @Override
  public WebReply answer(Ask ask) {
    return Replies.created(faults.inject(order(ask.fields())).id());
  }

  private static FaultOrder order(Fields fields) {
    try {
      FaultOrder order =
          new FaultOrder(
              FaultKind.named(fields.text("kind")).read(fields),
              fields.maybeText("call"),
              fields.maybeText("account"),
              frequency(fields));
      fields.done();
      return order;
    } catch (WrongTermException e) {
      throw Problem.of(e.term(), String.valueOf(e.getMessage()));
    }
  }

  private static Frequency frequency(Fields fields) {
    Optional<Integer> times = fields.maybeNumber("times");
    Optional<Double> probability = fields.maybeDecimal("probability");
    Optional<Integer> seed = fields.maybeNumber("seed");
    if (times.isPresent() && probability.isPresent()) {
      throw Problem.field("times", "goes without probability");
    }
    if (seed.isPresent() && probability.isEmpty()) {
      throw Problem.field("seed", "goes with probability only");
    }
    if (probability.isPresent()) {
      return new Frequency.Chance(probability.get(), seed.orElse(0));
    }
    return times.isPresent() ? new Frequency.Times(times.get()) : new Frequency.Always();
  }
}

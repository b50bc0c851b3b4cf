// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.catalog.Catalog;
import java.util.Optional;

/**
 * A fault, whom it befalls and how often.
 *
 * @param call wire name; without one, every call of the protocol that the fault suits
 * @param account short name of whose session it befalls; without one, everybody's. A call that
 *     comes before anybody has scanned is nobody's
 */
public record FaultOrder(
    Fault fault, Optional<String> call, Optional<String> account, Frequency frequency) {

  public FaultOrder {
    if (call.isPresent()) {
      Call<?, ?> known =
          Catalog.byName(call.get())
              .orElseThrow(() -> new WrongTermException("call", "is none of the protocol"));
      if (!fault.suits(known)) {
        throw new WrongTermException(
            "call", "is " + known.name() + ", which cannot suffer from " + fault.kind());
      }
    }
  }

  /** The same for one account alone. */
  public FaultOrder of(String newAccount) {
    return new FaultOrder(fault, call, Optional.of(newAccount), frequency);
  }

  /** The same, the first so many times. */
  public FaultOrder times(int count) {
    return new FaultOrder(fault, call, account, new Frequency.Times(count));
  }

  /** The same, now and then. */
  public FaultOrder withProbability(double probability, long seed) {
    return new FaultOrder(fault, call, account, new Frequency.Chance(probability, seed));
  }

  /** Whether it concerns this call, whoever makes it. */
  boolean concerns(Call<?, ?> asked) {
    return call.isPresent() ? call.get().equals(asked.name()) : fault.suits(asked);
  }
}

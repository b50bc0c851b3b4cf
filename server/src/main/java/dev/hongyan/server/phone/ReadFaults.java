// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.fault.Faults;
import dev.hongyan.server.fault.Frequency;
import dev.hongyan.server.fault.StandingOrder;
import tools.jackson.core.JsonGenerator;

/** What was ordered to go wrong, and how often it has. */
record ReadFaults(Faults faults) implements PhoneCall {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "faults";
  }

  @Override
  public WebReply answer(Ask ask) {
    return Replies.ok(json -> Replies.array(json, "faults", faults.list(), ReadFaults::write));
  }

  private static void write(JsonGenerator json, StandingOrder standing) {
    json.writeStringProperty("id", standing.id());
    FaultKind.write(json, standing.order().fault());
    Replies.maybe(json, "call", standing.order().call());
    Replies.maybe(json, "account", standing.order().account());
    switch (standing.order().frequency()) {
      case Frequency.Always _ -> {}
      case Frequency.Times(int count) -> json.writeNumberProperty("times", count);
      case Frequency.Chance(double probability, long seed) -> {
        json.writeNumberProperty("probability", probability);
        json.writeNumberProperty("seed", seed);
      }
    }
    json.writeNumberProperty("struck", standing.struck());
  }
}

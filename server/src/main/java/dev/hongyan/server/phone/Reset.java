// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.fault.Faults;
import dev.hongyan.server.world.SamplePeople;
import dev.hongyan.server.world.World;

/** A fresh sample world. */
record Reset(World world, Faults faults) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "reset";
  }

  @Override
  public WebReply answer(Ask ask) {
    int people = ask.fields().maybeNumber("people").orElse(SamplePeople.NAMED);
    ask.fields().done();
    if (people < SamplePeople.NAMED || people > SamplePeople.MOST) {
      throw Problem.field(
          "people", "must be from " + SamplePeople.NAMED + " to " + SamplePeople.MOST);
    }
    world.reset(SamplePeople.withFriends(people));
    faults.clear();
    return Replies.done();
  }
}

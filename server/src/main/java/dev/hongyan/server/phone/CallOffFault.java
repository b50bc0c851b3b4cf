// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.fault.Faults;

/** One thing is not to go wrong any more. */
record CallOffFault(Faults faults) implements PhoneCall {

  @Override
  public String method() {
    return "DELETE";
  }

  @Override
  public String path() {
    return "faults/";
  }

  @Override
  public WebReply answer(Ask ask) {
    ask.fields().done();
    if (!faults.remove(ask.name())) {
      throw Problem.unknown("there is no fault of this id");
    }
    return Replies.done();
  }
}

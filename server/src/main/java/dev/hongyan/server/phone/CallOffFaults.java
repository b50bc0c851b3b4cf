// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.fault.Faults;

/** Nothing is to go wrong any more. */
record CallOffFaults(Faults faults) implements PhoneCall {

  @Override
  public String method() {
    return "DELETE";
  }

  @Override
  public String path() {
    return "faults";
  }

  @Override
  public WebReply answer(Ask ask) {
    ask.fields().done();
    faults.clear();
    return Replies.done();
  }
}

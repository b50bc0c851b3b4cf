// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.LoginCodes;

/** The phone that has scanned a code, or was asked by it, says no. */
record Cancel(LoginCodes codes) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "cancel";
  }

  @Override
  public WebReply answer(Ask ask) {
    String uuid = ask.fields().text("uuid");
    ask.fields().done();
    codes.cancel(uuid);
    return Replies.done();
  }
}

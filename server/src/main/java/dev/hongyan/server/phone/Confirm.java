// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.LoginCodes;

/** The phone that has scanned a code, or was asked by it, says yes. */
record Confirm(LoginCodes codes) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "confirm";
  }

  @Override
  public WebReply answer(Ask ask) {
    String uuid = ask.fields().text("uuid");
    ask.fields().done();
    codes.confirm(uuid);
    return Replies.done();
  }
}

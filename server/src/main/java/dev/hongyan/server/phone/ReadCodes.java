// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.LoginCodes;
import java.util.Locale;

/** The login codes that somebody could act on. */
record ReadCodes(LoginCodes codes) implements PhoneCall {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "codes";
  }

  @Override
  public WebReply answer(Ask ask) {
    return Replies.ok(json ->
        Replies.array(
            json,
            "codes",
            codes.waiting(),
            (out, code) -> {
              out.writeStringProperty("uuid", code.uuid());
              out.writeStringProperty("state", code.state().name().toLowerCase(Locale.ROOT));
              out.writeStringProperty("profile", code.kind().word());
              Replies.maybe(out, "account", code.account());
              out.writeNumberProperty("age", code.age().toSeconds());
            }));
  }
}

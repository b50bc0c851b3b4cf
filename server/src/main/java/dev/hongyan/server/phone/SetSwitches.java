// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Accounts;
import dev.hongyan.server.world.Switches;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The service is to treat an account otherwise; null sets a switch back. */
record SetSwitches(Accounts accounts) implements PhoneCall {

  private static final int LONGEST = 1000;

  @Override
  public String method() {
    return "PATCH";
  }

  @Override
  public String path() {
    return "accounts/";
  }

  @Override
  public WebReply answer(Ask ask) {
    Map<String, String> changes = new LinkedHashMap<>();
    ask.fields().rest().forEach((name, value) -> changes.put(name, text(name, value)));
    accounts.set(ask.name(), changes);
    return Replies.done();
  }

  /** The value as switches are read: an object becomes {@code name=value,name=value}. */
  private static String text(String name, Json value) {
    String text =
        switch (value) {
          case Json.Text(String words) -> words;
          case Json.Numeral(String digits) -> digits;
          case Json.Flag(boolean flag) -> Boolean.toString(flag);
          case Json.Null() -> Switches.DEFAULT;
          case Json.Array array -> throw Problem.field(name, "cannot be " + array.kind());
          case Json.Members(Map<String, Json> parts) ->
              parts.entrySet().stream()
                  .map(part -> part.getKey() + "=" + scalar(name, part.getValue()))
                  .collect(Collectors.joining(","));
        };
    if (text.length() > LONGEST) {
      throw Problem.field(name, "has more than " + LONGEST + " characters");
    }
    return text;
  }

  private static String scalar(String name, Json value) {
    if (value instanceof Json.Members || value instanceof Json.Array) {
      throw Problem.field(name, "is nested too deep");
    }
    return text(name, value);
  }
}

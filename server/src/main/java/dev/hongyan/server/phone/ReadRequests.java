// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.World;

/** Who wants to be somebody's friend and has not been answered. */
record ReadRequests(World world) implements PhoneCall {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "requests";
  }

  @Override
  public WebReply answer(Ask ask) {
    String name = ask.parameter("account");
    Account account =
        world
            .accounts()
            .named(name)
            .orElseThrow(() -> Problem.unknown("account: no such account: " + name));
    return Replies.ok(json ->
        Replies.array(
            json,
            "requests",
            world.friendRequests().to(account.id()),
            (out, request) -> {
              out.writeStringProperty("from", request.asker().name());
              out.writeStringProperty("greeting", request.greeting());
              out.writeStringProperty("time", request.time().toString());
            }));
  }
}

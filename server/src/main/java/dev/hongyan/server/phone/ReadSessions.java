// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.LiveSession;
import dev.hongyan.server.world.World;
import java.util.List;
import java.util.Optional;

/** The web sessions that go on, as phones show them. */
record ReadSessions(World world) implements PhoneCall {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "sessions";
  }

  @Override
  public WebReply answer(Ask ask) {
    Optional<String> account = ask.maybeParameter("account");
    if (account.isPresent() && world.accounts().named(account.get()).isEmpty()) {
      throw Problem.unknown("account: no such account: " + account.get());
    }
    List<LiveSession> sessions =
        world.sessions().live().stream()
            .filter(live -> account.isEmpty() || live.account().name().equals(account.get()))
            .toList();
    return Replies.ok(json ->
        Replies.array(
            json,
            "sessions",
            sessions,
            (out, live) -> {
              out.writeStringProperty("account", live.account().name());
              out.writeStringProperty("profile", live.session().kind().word());
              out.writeStringProperty("since", live.session().created().toString());
              out.writeStringProperty("lastCall", live.lastCall().toString());
              out.writeBooleanProperty("held", live.held());
              out.writeStringProperty("client", live.client());
            }));
  }
}

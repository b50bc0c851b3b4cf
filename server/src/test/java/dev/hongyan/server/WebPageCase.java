// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server;

import dev.hongyan.server.script.Cast;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A small world in which {@code lin} has just logged in to a web page. */
public abstract class WebPageCase {

  protected final VirtualTime time = VirtualTime.stepped(Instant.parse("2026-03-01T08:00:00Z"));
  protected final Server server =
      Server.withoutSockets(ServerOptions.inMemory(), time, Randomness.seeded(1));
  protected final Cast cast = new Cast(server.world());

  /** Where {@code lin} is logged in. */
  protected WebPage web;

  @BeforeEach
  final void logIn() throws InterruptedException {
    web = WebPage.of(server, "lin");
  }

  @AfterEach
  final void close() {
    server.close();
  }
}

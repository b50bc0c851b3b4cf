// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.testkit;

import dev.hongyan.server.ServerOptions;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * What kind of server a test gets.
 *
 * @param reach how clients reach it
 * @param clock what moves its time
 * @param server everything that is set on any other server too
 * @param start when virtual time begins
 * @param seed what all its secrets and ids are drawn from: the same seed, the same server
 */
public record TestServerOptions(
    Reach reach, Clock clock, ServerOptions server, Instant start, long seed) {

  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  /** How clients reach the server. */
  public enum Reach {
    /** Through {@link TestServer#path()} only. */
    MEMORY,
    /** Over HTTP on a random port of this machine, and through {@link TestServer#path()}. */
    SOCKETS
  }

  /** What moves the server's time. */
  public enum Clock {
    /** Virtual time that moves by itself whenever everybody waits; in memory only. */
    FLOWING,
    /** Virtual time that the test moves. */
    STEPPED,
    /** The real time. */
    SYSTEM
  }

  public TestServerOptions {
    if (reach == Reach.SOCKETS && clock == Clock.FLOWING) {
      throw new IllegalArgumentException(
          "clock is FLOWING, allowed over sockets: STEPPED or SYSTEM; time cannot see who waits for"
              + " a socket");
    }
  }

  /** In memory, time flows by itself: whole days in a moment. */
  public static TestServerOptions inMemory() {
    return new TestServerOptions(
        Reach.MEMORY, Clock.FLOWING, ServerOptions.inMemory(), NEW_YEAR, 1);
  }

  /** Over HTTP on a random port, in real time. */
  public static TestServerOptions overSockets() {
    return new TestServerOptions(
        Reach.SOCKETS, Clock.SYSTEM, ServerOptions.inMemory(), NEW_YEAR, 1);
  }

  /** The same with virtual time that the test moves. */
  public TestServerOptions stepped() {
    return new TestServerOptions(reach, Clock.STEPPED, server, start, seed);
  }

  /** The same with other settings of the server, such as its people or how long it holds polls. */
  public TestServerOptions with(UnaryOperator<ServerOptions> change) {
    return new TestServerOptions(reach, clock, change.apply(server), start, seed);
  }

  /** The same at another time; of no account for real time. */
  public TestServerOptions startingAt(Instant newStart) {
    return new TestServerOptions(reach, clock, server, newStart, seed);
  }

  /** The same with other secrets and ids. */
  public TestServerOptions seeded(long newSeed) {
    return new TestServerOptions(reach, clock, server, start, newSeed);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.testkit;

import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.Interceptor;
import dev.hongyan.server.Server;
import dev.hongyan.server.fault.Faults;
import dev.hongyan.server.script.Cast;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.Violations;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import dev.hongyan.time.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/**
 * A server for one test: its people act by script, its time is the test's, and every request that
 * comes to it is kept. {@link HongyanExtension} makes one for each test and closes it; by hand it
 * goes the same way.
 *
 * <p>Close clients before the server: in flowing time whatever is left runs through its life.
 */
public final class TestServer implements AutoCloseable {

  private final TestServerOptions options;
  private final Time time;
  private final RecordedRequests requests;
  private final Server server;
  private final Cast cast;
  private final HeldExchanges held = new HeldExchanges();

  private TestServer(TestServerOptions options) throws IOException {
    this.options = options;
    time = clock(options);
    // A client over sockets, or one that a test moves on, is awaited by the wall clock: time that
    // stands would never end the wait.
    boolean flows = options.clock() == TestServerOptions.Clock.FLOWING;
    requests = new RecordedRequests(time, flows ? time : Time.system());
    Randomness randomness = Randomness.seeded(options.seed());
    Interceptor recorder = requests::record;
    server =
        switch (options.reach()) {
          case MEMORY -> Server.withoutSockets(options.server(), time, randomness, recorder);
          case SOCKETS -> Server.start(options.server(), time, randomness, recorder);
        };
    cast = new Cast(server.world());
  }

  private static Time clock(TestServerOptions options) {
    return switch (options.clock()) {
      case FLOWING -> VirtualTime.flowing(options.start());
      case STEPPED -> VirtualTime.stepped(options.start());
      case SYSTEM -> Time.system();
    };
  }

  /** A server of this kind, by hand; the caller closes it. */
  public static TestServer start(TestServerOptions options) {
    try {
      return new TestServer(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What kind of server it is. */
  public TestServerOptions options() {
    return options;
  }

  /** Where clients reach it over HTTP; a name without a meaning if it is in memory. */
  public Origin origin() {
    return server.origin();
  }

  /** The same for whoever wants a base URL. */
  public URI uri() {
    return URI.create(origin().toString());
  }

  /** Where clients reach it without HTTP; see there. */
  public RequestPath path() {
    return this::exchange;
  }

  private WebReply exchange(WebRequest request, String source)
      throws IOException, InterruptedException {
    held.enter();
    try {
      return server.handle(request, source);
    } finally {
      held.leave();
    }
  }

  /**
   * Somebody who is here; in the sample world {@code lin}, {@code mei}, {@code bo} and {@code an}.
   *
   * @throws IllegalArgumentException if he is not
   */
  public Person person(String name) {
    return cast.person(name);
  }

  /**
   * A chat room that is here; in the sample world {@code team}.
   *
   * @throws IllegalArgumentException if it is not
   */
  public Room room(String name) {
    return cast.room(name);
  }

  /** All the people, and new ones. */
  public Cast cast() {
    return cast;
  }

  /** What came to the server. */
  public RecordedRequests requests() {
    return requests;
  }

  /** What is to go wrong on the server. */
  public Faults faults() {
    return server.faults();
  }

  /** What clients did wrong. */
  public Violations.Report violations() {
    return server.world().violations().report();
  }

  /** The server's time, for the client under test as well. */
  public Time time() {
    return time;
  }

  /**
   * The server's time, if it is virtual.
   *
   * @throws IllegalStateException if it is real
   */
  public VirtualTime virtualTime() {
    if (time instanceof VirtualTime virtual) {
      return virtual;
    }
    throw new IllegalStateException("the time of this server is real: choose another clock");
  }

  /**
   * Lets this much time pass: waits in time that flows, moves time that is stepped.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  public void elapse(Duration duration) throws InterruptedException {
    switch (options.clock()) {
      case FLOWING, SYSTEM -> time.pause(duration);
      case STEPPED -> virtualTime().advance(duration);
    }
  }

  /** What is true on the server. */
  public World world() {
    return server.world();
  }

  /** The server itself. */
  public Server server() {
    return server;
  }

  /** Ends held requests and closes the server. Clients of it hear nothing any more. */
  @Override
  public void close() {
    held.close();
    server.close();
  }
}

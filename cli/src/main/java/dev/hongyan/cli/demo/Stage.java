// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.demo;

import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.message.TextMessage;
import dev.hongyan.protocol.WebWxException;
import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.script.Cast;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.SamplePeople;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Signal;
import dev.hongyan.time.Task;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A server with the sample world, and a client that logs in there as a real one would. */
final class Stage implements AutoCloseable {

  /** The service holds polls for 25 seconds; nobody wants to watch that. */
  static final Duration HOLD = Duration.ofSeconds(1);

  private final Time time;
  private final Server server;
  private final Cast cast;
  private final Tap tap;
  private final WeChat wechat;
  private final Queue<TextMessage> heard = new ConcurrentLinkedQueue<>();
  private final Signal heardSomething;
  private final Signal loginEnded;
  private final AtomicReference<@Nullable LoginOutcome> outcome = new AtomicReference<>();
  private final AtomicReference<Optional<WebWxException>> failure =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<String> codeText = new AtomicReference<>("");
  private @Nullable Task client;

  Stage(Time time, Randomness randomness) throws IOException {
    this.time = time;
    heardSomething = time.signal();
    loginEnded = time.signal();
    server = Server.start(ServerOptions.inMemory().holding(HOLD), time, randomness);
    cast = new Cast(server.world());
    tap = new Tap(time);
    wechat =
        WeChat.builder()
            .server(URI.create(server.origin().toString()))
            .transport(tap)
            .time(time)
            .randomness(randomness)
            .build();
    wechat.onText((_, text) -> hear(text));
  }

  private void hear(TextMessage text) {
    heard.add(text);
    heardSomething.raise();
  }

  /** The client begins to log in, on a thread of its own. */
  void letClientLogIn() {
    client = time.start("demo-client", this::logIn);
  }

  private void logIn() {
    try {
      outcome.set(wechat.login(this::show));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (WebWxException e) {
      failure.set(Optional.of(e));
    } finally {
      loginEnded.raise();
    }
  }

  private void show(LoginEvent event) {
    if (event instanceof LoginEvent.CodeIssued code) {
      codeText.set(code.text());
    }
  }

  /**
   * Waits until the client is logged in.
   *
   * @throws StepFailedException if its login ends otherwise
   */
  void awaitLogin() throws InterruptedException {
    StepFailedException.require(loginEnded.await(Tap.PATIENCE), "the client's login does not end");
    if (failure.get().isPresent()) {
      throw failure.get().get();
    }
    LoginOutcome ended = outcome.get();
    StepFailedException.require(
        ended instanceof LoginOutcome.LoggedIn, "the client's login ended: " + ended);
  }

  /** Waits until the client's handler gets a text. */
  TextMessage nextHeard() throws InterruptedException {
    TextMessage text = heard.poll();
    while (text == null) {
      StepFailedException.require(
          heardSomething.await(Tap.PATIENCE), "no message has reached the client's handler");
      text = heard.poll();
    }
    return text;
  }

  Time time() {
    return time;
  }

  Server server() {
    return server;
  }

  World world() {
    return server.world();
  }

  Tap tap() {
    return tap;
  }

  WeChat wechat() {
    return wechat;
  }

  /** What the client would show as a QR code. */
  String codeText() {
    return codeText.get();
  }

  /** The one who logs in. */
  Person lin() {
    return cast.person(SamplePeople.LIN);
  }

  /** Her friend. */
  Person mei() {
    return cast.person("mei");
  }

  @Override
  public void close() {
    Task running = client;
    if (running != null) {
      running.close();
    }
    wechat.close();
    tap.close();
    server.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server;

import dev.hongyan.protocol.Origin;
import dev.hongyan.server.world.MediaStore;
import dev.hongyan.server.world.Population;
import dev.hongyan.server.world.SamplePeople;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a server is run.
 *
 * @param host address to listen at; {@code 127.0.0.1} is for this machine alone
 * @param port for HTTP, 0 for any free one
 * @param tls the same over TLS
 * @param data folder that keeps the world; without one it is gone when the server closes
 * @param population who is in a new world
 * @param publicUrl where the server is reached from outside: what QR pictures and redirects say to
 *     clients that were given one base URL
 * @param phoneToken what callers of the phone API have to show; without one only this machine may
 *     call
 * @param hold how long polls are held, unless an account's switch says otherwise
 * @param mediaBudget bytes that all pictures, videos and files together may take
 */
public record ServerOptions(
    String host,
    int port,
    Optional<Tls> tls,
    Optional<Path> data,
    Population population,
    Optional<Origin> publicUrl,
    Optional<String> phoneToken,
    Duration hold,
    long mediaBudget) {

  /** The port of the command line. */
  public static final int PORT = 7600;

  /** As long as the service holds a poll (protocol reference 2.4). */
  public static final Duration HOLD = Duration.ofSeconds(25);

  private static final int HIGHEST_PORT = 65_535;

  /**
   * A port for TLS and what it shows.
   *
   * @param port 0 for any free one
   * @param certificate PEM, the server's own first
   * @param key PEM, PKCS#8 without a password
   */
  public record Tls(int port, Path certificate, Path key) {

    public Tls {
      requirePort("https-port", port);
    }
  }

  public ServerOptions {
    requirePort("port", port);
    if (!hold.isPositive() || hold.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException("hold must be above zero and at most ten minutes");
    }
    if (mediaBudget < 0) {
      throw new IllegalArgumentException("media-budget must not be negative");
    }
  }

  /** The sample world in memory, for this machine alone, on any free port. */
  public static ServerOptions inMemory() {
    return new ServerOptions(
        "127.0.0.1",
        0,
        Optional.empty(),
        Optional.empty(),
        SamplePeople.withFriends(SamplePeople.NAMED),
        Optional.empty(),
        Optional.empty(),
        HOLD,
        MediaStore.BUDGET);
  }

  /** The same at another address. */
  public ServerOptions at(String newHost, int newPort) {
    return new ServerOptions(
        newHost, newPort, tls, data, population, publicUrl, phoneToken, hold, mediaBudget);
  }

  /** The same with TLS as well. */
  public ServerOptions with(Tls newTls) {
    return new ServerOptions(
        host,
        port,
        Optional.of(newTls),
        data,
        population,
        publicUrl,
        phoneToken,
        hold,
        mediaBudget);
  }

  /** The same with a world that is kept in this folder. */
  public ServerOptions keptIn(Path folder) {
    return new ServerOptions(
        host, port, tls, Optional.of(folder), population, publicUrl, phoneToken, hold, mediaBudget);
  }

  /** The same with other people. */
  public ServerOptions with(Population people) {
    return new ServerOptions(
        host, port, tls, data, people, publicUrl, phoneToken, hold, mediaBudget);
  }

  /** The same, reached from outside at another address. */
  public ServerOptions reachedAt(Origin url) {
    return new ServerOptions(
        host, port, tls, data, population, Optional.of(url), phoneToken, hold, mediaBudget);
  }

  /** The same with a token before the phone API. */
  public ServerOptions withPhoneToken(String token) {
    return new ServerOptions(
        host, port, tls, data, population, publicUrl, Optional.of(token), hold, mediaBudget);
  }

  /** The same with polls held for this long. */
  public ServerOptions holding(Duration newHold) {
    return new ServerOptions(
        host, port, tls, data, population, publicUrl, phoneToken, newHold, mediaBudget);
  }

  /** The same with room for so many bytes of media. */
  public ServerOptions withMediaBudget(long bytes) {
    return new ServerOptions(host, port, tls, data, population, publicUrl, phoneToken, hold, bytes);
  }

  private static void requirePort(String key, int port) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          key + " is " + port + ", allowed are 0 to " + HIGHEST_PORT);
    }
  }
}

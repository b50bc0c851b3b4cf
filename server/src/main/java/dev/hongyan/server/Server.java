// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.endpoint.Endpoints;
import dev.hongyan.server.fault.Delivery;
import dev.hongyan.server.fault.Faults;
import dev.hongyan.server.http.HttpListener;
import dev.hongyan.server.http.HttpOptions;
import dev.hongyan.server.http.Limits;
import dev.hongyan.server.http.RequestHandler;
import dev.hongyan.server.http.TlsOptions;
import dev.hongyan.server.phone.PhoneApi;
import dev.hongyan.server.phone.PhonePage;
import dev.hongyan.server.store.OwnerOnly;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.MediaKind;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Web WeChat's other side: a world of people behind the endpoints of the protocol, and the phones
 * of those people. It answers values without any socket through {@link #handle}; HTTP is one way to
 * bring them.
 */
public final class Server implements AutoCloseable {

  /** File of the world within the data folder. */
  private static final String WORLD_FILE = "world.db";

  /** Where requests come from that use no socket. */
  public static final String MEMORY = "memory";

  /** The picture of a code, in base64 with a little JSON around it. */
  private static final int SCAN_BODY = 12 << 20;

  /** A picture, video or file of 20 MiB, likewise. */
  private static final int MESSAGE_BODY = 28 << 20;

  private static final Limits LIMITS =
      Limits.DEFAULT.withBody(Server::bodyLimit).withSpooling(Server::isUpload);

  private static final WebReply NOT_FOUND = new WebReply(404, Headers.NONE, Body.EMPTY);

  private final Time time;
  private final World world;
  private final Faults faults;
  private final Endpoints endpoints;
  private final PhoneApi phones;
  private final PhonePage page = new PhonePage();
  private final Interceptor interceptor;
  private final String host;
  private @Nullable HttpListener listener;

  private Server(ServerOptions options, Time time, Randomness randomness, Interceptor interceptor) {
    this.interceptor = interceptor;
    this.time = time;
    world = open(options, time, randomness);
    endpoints = new Endpoints(world, time, randomness, options.publicUrl(), options.hold());
    faults = new Faults(world, time);
    phones = new PhoneApi(world, faults, options.phoneToken());
    host = options.host();
  }

  /** A server without sockets: only {@link #handle} reaches it. */
  public static Server withoutSockets(ServerOptions options, Time time, Randomness randomness) {
    return withoutSockets(options, time, randomness, Interceptor.NONE);
  }

  /** The same with somebody in between. */
  public static Server withoutSockets(
      ServerOptions options, Time time, Randomness randomness, Interceptor interceptor) {
    return new Server(options, time, randomness, interceptor);
  }

  /**
   * A server that listens from now on.
   *
   * @throws IOException if a port, the certificate or the data folder cannot be had; the message
   *     says what to do
   */
  public static Server start(ServerOptions options, Time time, Randomness randomness)
      throws IOException {
    return start(options, time, randomness, Interceptor.NONE);
  }

  /**
   * The same with somebody in between.
   *
   * @throws IOException if a port, the certificate or the data folder cannot be had; the message
   *     says what to do
   */
  public static Server start(
      ServerOptions options, Time time, Randomness randomness, Interceptor interceptor)
      throws IOException {
    Server server = new Server(options, time, randomness, interceptor);
    try {
      server.listener = HttpListener.start(httpOptions(options), new Front(server), time);
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static World open(ServerOptions options, Time time, Randomness randomness) {
    if (options.data().isEmpty()) {
      return World.inMemory(options.population(), options.mediaBudget(), time, randomness);
    }
    Path folder = options.data().get();
    try {
      OwnerOnly.createFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder " + folder + " cannot be made", e);
    }
    return World.at(
        folder.resolve(WORLD_FILE), options.population(), options.mediaBudget(), time, randomness);
  }

  private static int bodyLimit(String path) {
    return switch (path) {
      case "/phone/scan" -> SCAN_BODY;
      case "/phone/messages" -> MESSAGE_BODY;
      default -> PhoneApi.isUpload(path) ? (int) MediaKind.FILE.limit() : Endpoints.bodyLimit(path);
    };
  }

  private static boolean isUpload(String path) {
    return Endpoints.isUpload(path) || PhoneApi.isUpload(path);
  }

  private static HttpOptions httpOptions(ServerOptions options) {
    Optional<TlsOptions> tls =
        options.tls().map(t -> new TlsOptions(t.port(), t.certificate(), t.key()));
    return new HttpOptions(options.host(), options.port(), tls, LIMITS);
  }

  /**
   * Answers a request, of the protocol or of a phone.
   *
   * @param source address that it came from, without the port; {@link #MEMORY} without a socket
   * @throws IOException if a fault was ordered that breaks the connection; never without one
   * @throws InterruptedException if the client has gone or the server closes while it is held
   */
  public WebReply handle(WebRequest request, String source)
      throws IOException, InterruptedException {
    return deliver(request, source).withoutSocket(time);
  }

  private Delivery deliver(WebRequest request, String source) throws InterruptedException {
    return interceptor.intercept(
        request, source, (asked, from) -> faults.pass(asked, from, this::answer));
  }

  private WebReply answer(WebRequest request, String source) throws InterruptedException {
    Optional<WebReply> reply = endpoints.handle(request, source);
    return reply.isPresent() ? reply.get() : elsewhere(request, source);
  }

  /** Phones are never reached under the service's own host names. */
  private WebReply elsewhere(WebRequest request, String source) {
    if (PhoneApi.owns(request.path())) {
      return Endpoints.isServiceHost(request.host()) ? NOT_FOUND : phones.handle(request, source);
    }
    return page.answer(request).orElse(NOT_FOUND);
  }

  /** What the sockets bring; what never became a request is a breach as well. */
  private record Front(Server server) implements RequestHandler {

    private static final int TOO_LARGE = 413;
    private static final int URI_TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;

    @Override
    public WebReply handle(WebRequest request, String source) throws InterruptedException {
      return server.answer(request, source);
    }

    @Override
    public Delivery deliver(WebRequest request, String source) throws InterruptedException {
      return server.deliver(request, source);
    }

    @Override
    public void refused(int status, String reason, String source) {
      boolean large = status == TOO_LARGE || status == URI_TOO_LONG || status == HEADERS_TOO_LARGE;
      server
          .world
          .violations()
          .add(large ? Breach.TOO_LARGE : Breach.MALFORMED_BODY, "", reason, Optional.empty());
    }
  }

  /** What is true on this server. */
  public World world() {
    return world;
  }

  /** What is to go wrong on this server. */
  public Faults faults() {
    return faults;
  }

  /** The port for HTTP; none without sockets. */
  public OptionalInt port() {
    return listener == null ? OptionalInt.empty() : OptionalInt.of(listener.port());
  }

  /** The port for TLS, if there is one. */
  public OptionalInt tlsPort() {
    return listener == null ? OptionalInt.empty() : listener.tlsPort();
  }

  /** Base URL for a client on this machine. */
  public Origin origin() {
    return new Origin("http", port().isPresent() ? host + ":" + port().getAsInt() : MEMORY);
  }

  /** Stops listening, answers or drops what is held, and closes the world. */
  @Override
  public void close() {
    if (listener != null) {
      listener.close();
    }
    world.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.time.Time;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 and 1.0 in front of a blocking function, plain and over TLS. A few event loops carry all
 * connections; each request runs on a virtual thread that belongs to the given time and ends when
 * its answer is in the socket.
 *
 * <p>A client that disconnects while its request runs has the request's thread interrupted. (A
 * client that only shuts down its sending side looks the same.)
 */
public final class HttpListener implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpListener.class);

  /** The kernel cuts it to its own limit; a burst of clients that come back must fit. */
  private static final int BACKLOG = 4096;

  /** Loops only move bytes; what they can't carry, more of them on the same cores can't either. */
  private static final int MOST_LOOPS = 2;

  /** How long {@link #close} waits for requests that don't heed their interrupt. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final EventLoopGroup loops;
  private final Service service;
  private final List<Channel> doors = new ArrayList<>();

  private HttpListener(EventLoopGroup loops, Service service) {
    this.loops = loops;
    this.service = service;
  }

  /**
   * Listens from now on.
   *
   * @throws IOException if a port can't be had, or certificate or key can't be used; the message
   *     says what to do
   */
  public static HttpListener start(HttpOptions options, RequestHandler handler, Time time)
      throws IOException {
    Optional<SslContext> tls =
        options.tls().isPresent()
            ? Optional.of(PemFiles.read(options.tls().get()))
            : Optional.empty();
    int threads = Math.min(MOST_LOOPS, Runtime.getRuntime().availableProcessors());
    HttpListener listener =
        new HttpListener(
            new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory("http-io", true), NioIoHandler.newFactory()),
            Service.of(handler, time, options.limits()));
    try {
      listener.open(options.host(), options.port(), Optional.empty());
      if (options.tls().isPresent()) {
        listener.open(options.host(), options.tls().get().port(), tls);
      }
      return listener;
    } catch (IOException | RuntimeException e) {
      listener.close();
      throw e;
    }
  }

  private void open(String host, int port, Optional<SslContext> tls) throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childHandler(new Entrance(service, tls))
            .bind(host, port)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(
          "Can't listen on " + host + ":" + port + ": " + bound.cause().getMessage(),
          bound.cause());
    }
    doors.add(bound.channel());
  }

  /** The port for plain HTTP. */
  public int port() {
    return port(doors.getFirst());
  }

  /** The port for TLS, if there is one. */
  public OptionalInt tlsPort() {
    return doors.size() > 1 ? OptionalInt.of(port(doors.getLast())) : OptionalInt.empty();
  }

  private static int port(Channel door) {
    return ((InetSocketAddress) door.localAddress()).getPort();
  }

  /**
   * Takes no more connections, interrupts what runs, waits until that has been answered (five
   * seconds at most), and closes all connections. Does nothing the second time.
   */
  @Override
  public void close() {
    if (loops.isShuttingDown()) {
      return;
    }
    service.running().refuseMore();
    doors.forEach(door -> door.close().awaitUninterruptibly());
    try {
      for (EventExecutor loop : loops) {
        loop.submit(() -> {}).await(); // what was just starting has started
      }
      service.running().interruptAll();
      if (!service.running().awaitNone(PATIENCE)) {
        log.warn("A request runs on after its interrupt; its connection is cut");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    // A loop forgets a connection that comes to it while it ends: it would stay open for ever.
    service.open().close().awaitUninterruptibly(PATIENCE.toMillis());
    // Netty's own quiet period would add two seconds.
    loops
        .shutdownGracefully(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(PATIENCE.toMillis());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.server.http.Arrival.Refusal;
import dev.hongyan.time.Task;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: requests in, one at a time to the handler, answers out in order. It goes on
 * reading while a request is answered, because only so does it notice that the client has gone.
 *
 * <p>Everything but {@link #source} and what sends runs on the connection's event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails on a channel closes it
final class Connection extends ChannelInboundHandlerAdapter {

  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  /** Requests read ahead of their turn; with more of them waiting nothing more is read. */
  private static final int PIPELINED = 16;

  /**
   * After a refusal the rest of what the client sends is thrown away for so long: a connection
   * closed with bytes unread is reset, and the client might not see the answer.
   */
  private static final Duration LINGER = Duration.ofSeconds(2);

  /** What the connection waits for, and thereby what happens when that takes too long. */
  private enum Awaiting {
    FIRST_BYTE,
    NEXT_REQUEST,
    REST_OF_HEAD,
    REST_OF_BODY,
    HANDLER,
    WRITTEN,
    CLOSE
  }

  private final Service service;
  private final SocketChannel channel;
  private final RequestDecoder decoder;
  private final RequestReader reader;
  private final String source;
  private final boolean crowded;
  private final Queue<Arrival> arrivals = new ArrayDeque<>(1);

  private Awaiting awaiting = Awaiting.CLOSE;
  private @Nullable ScheduledFuture<?> deadline;
  private @Nullable Task task;
  private boolean used;

  /**
   * @param crowded whether this connection is one too many and is only to be told so
   */
  Connection(
      Service service,
      SocketChannel channel,
      RequestDecoder decoder,
      boolean secure,
      boolean crowded) {
    this.service = service;
    this.channel = channel;
    this.decoder = decoder;
    this.crowded = crowded;
    String local = channel.localAddress().getHostString() + ":" + channel.localAddress().getPort();
    this.reader =
        new RequestReader(service.limits(), service.bodies(), service.spooled(), local, secure);
    this.source = channel.remoteAddress().getAddress().getHostAddress();
  }

  /** The client's address without port. */
  String source() {
    return source;
  }

  /** Answers the request that runs; done when the answer is in the socket or the socket is gone. */
  ChannelFuture send(FullHttpResponse response, Arrival.Request arrival, boolean reusable) {
    ChannelPromise written = channel.newPromise();
    channel
        .eventLoop()
        .execute(() -> {
          write(response, response.content().readableBytes(), written);
          written.addListener(_ -> ended(arrival, reusable && written.isSuccess()));
        });
    return written;
  }

  /**
   * Begins an answer whose body follows in pieces.
   *
   * @param length bytes of all pieces together
   */
  void begin(HttpResponse head, long length) {
    channel.eventLoop().execute(() -> write(head, length, channel.newPromise()));
  }

  /** The next piece, and room for it. */
  ChannelFuture send(ByteBuf piece) {
    return channel.writeAndFlush(new DefaultHttpContent(piece));
  }

  ByteBuf newPiece(int size) {
    return channel.alloc().ioBuffer(size);
  }

  /** Ends an answer that was sent in pieces. */
  ChannelFuture end(Arrival.Request arrival, boolean reusable) {
    ChannelFuture written = channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
    written.addListener(_ -> ended(arrival, reusable && written.isSuccess()));
    return written;
  }

  /** A part of an answer that may take its time. */
  ChannelFuture send(HttpObject part) {
    return channel.writeAndFlush(part);
  }

  /** The client is to notice that the connection was not ended in peace. */
  void reset(Arrival.Request arrival) {
    channel.config().setSoLinger(0);
    breakOff(arrival);
  }

  /** An answer cannot be finished: the client is not to take it for whole. */
  void breakOff(Arrival.Request arrival) {
    channel.close().addListener(_ -> ended(arrival, false));
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    awaitInput();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object piece) {
    try {
      if (awaiting != Awaiting.CLOSE && piece instanceof HttpObject object) {
        reader.read(object).ifPresent(this::arrived);
      }
    } finally {
      ReferenceCountUtil.release(piece);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    switch (awaiting) {
      case FIRST_BYTE, NEXT_REQUEST, REST_OF_HEAD, REST_OF_BODY -> awaitInput();
      case HANDLER, WRITTEN, CLOSE -> {}
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    await(Awaiting.CLOSE, Optional.empty());
    reader.drop();
    while (arrivals.poll() instanceof Arrival.Request request) {
      request.body().drop();
    }
    if (task != null) {
      task.interrupt();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException || cause instanceof DecoderException) {
      log.debug("A connection broke: {}", cause.getClass().getSimpleName());
    } else {
      log.error("A connection failed", cause);
    }
    channel.close();
  }

  private void arrived(Arrival arrival) {
    decoder.ended();
    arrivals.add(arrival);
    if (arrivals.size() >= PIPELINED) {
      channel.config().setAutoRead(false);
    }
    if (awaiting != Awaiting.HANDLER && awaiting != Awaiting.WRITTEN) {
      next();
    }
  }

  /** Turns to what came first, or waits for more. */
  private void next() {
    switch (arrivals.poll()) {
      case null -> awaitInput();
      case Arrival.Request request when crowded || service.running().stopping() -> {
        request.body().drop();
        refuse(new Refusal(503, "The server has no room for this request now."));
      }
      case Arrival.Request request -> start(request);
      case Refusal refusal -> refuse(refusal);
    }
  }

  private void awaitInput() {
    channel.config().setAutoRead(true);
    Limits limits = service.limits();
    if (reader.inBody()) {
      boolean first =
          await(Awaiting.REST_OF_BODY, Optional.of(limits.bodyTime(reader.announced())));
      if (first && reader.expectsContinue()) {
        channel.writeAndFlush(
            new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
      }
    } else if (decoder.begun()) {
      await(Awaiting.REST_OF_HEAD, Optional.of(limits.headTime()));
    } else if (used) {
      await(Awaiting.NEXT_REQUEST, Optional.of(limits.idleTime()));
    } else {
      await(Awaiting.FIRST_BYTE, Optional.of(limits.headTime()));
    }
  }

  private void start(Arrival.Request request) {
    used = true;
    await(Awaiting.HANDLER, Optional.empty());
    task = service.time().start("http-request", new Exchange(request, this, service));
    service.running().add(task);
  }

  private void write(HttpResponse response, long length, ChannelPromise written) {
    if (channel.isActive()) {
      await(Awaiting.WRITTEN, Optional.of(service.limits().replyTime(length)));
    }
    channel.writeAndFlush(response, written);
  }

  private void ended(Arrival.Request request, boolean reusable) {
    if (task != null) {
      service.running().remove(task);
      task = null;
    }
    request.body().drop();
    if (!channel.isActive()) {
      return;
    }
    if (reusable) {
      next();
    } else {
      linger();
    }
  }

  private void refuse(Refusal refusal) {
    log.debug("Refused with {}: {}", refusal.status(), refusal.reason());
    try {
      // First: whoever hears of the refusal finds it noted.
      service.handler().refused(refusal.status(), refusal.reason(), source);
    } catch (RuntimeException e) {
      log.error("The handler has failed at hearing of a refusal", e);
    }
    ChannelPromise written = channel.newPromise();
    FullHttpResponse response = service.encoder().encode(refusal);
    write(response, response.content().readableBytes(), written);
    written.addListener(_ -> linger());
  }

  /** Says that nothing more will come, and drops what the client still has to say. */
  private void linger() {
    if (!channel.isActive()) {
      return;
    }
    await(Awaiting.CLOSE, Optional.of(LINGER));
    channel.config().setAutoRead(true);
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls == null) {
      channel.shutdownOutput();
    } else {
      tls.closeOutbound().addListener(_ -> channel.shutdownOutput());
    }
  }

  /**
   * Begins to wait for something, a time at most.
   *
   * @return false if that is waited for already; the time then goes on
   */
  private boolean await(Awaiting next, Optional<Duration> time) {
    if (awaiting == next && deadline != null) {
      return false;
    }
    if (deadline != null) {
      deadline.cancel(false);
    }
    awaiting = next;
    deadline =
        time.<ScheduledFuture<?>>map(t ->
                channel.eventLoop().schedule(this::overdue, t.toMillis(), TimeUnit.MILLISECONDS))
            .orElse(null);
    return true;
  }

  private void overdue() {
    deadline = null;
    switch (awaiting) {
      case REST_OF_HEAD, REST_OF_BODY -> {
        reader.drop();
        refuse(new Refusal(408, "The request took too long to arrive."));
      }
      case FIRST_BYTE, NEXT_REQUEST, HANDLER, WRITTEN, CLOSE -> channel.close();
    }
  }
}

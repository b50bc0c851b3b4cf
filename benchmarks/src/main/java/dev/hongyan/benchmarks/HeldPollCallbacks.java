// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The least that a poll held by a callback needs: the connection, the request, a deadline. */
@SuppressWarnings("FutureReturnValueIgnored") // a measurement: what fails shows in the figures
final class HeldPollCallbacks extends ChannelInitializer<SocketChannel>
    implements HeldPollServer.Holder {

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final List<Poll> polls = new ArrayList<>();
  private final Channel door;

  private HeldPollCallbacks() {
    door =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 4096)
            .childHandler(this)
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();
  }

  static HeldPollCallbacks start() {
    return new HeldPollCallbacks();
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    channel.pipeline().addLast(new HttpRequestDecoder(), new HttpResponseEncoder(), new Poll());
  }

  @Override
  public int port() {
    return ((InetSocketAddress) door.localAddress()).getPort();
  }

  @Override
  public int held() {
    synchronized (polls) {
      return polls.size();
    }
  }

  @Override
  public void wakeAll() {
    synchronized (polls) {
      polls.forEach(Poll::wake);
      polls.clear();
    }
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private final class Poll extends SimpleChannelInboundHandler<HttpObject> {

    private @Nullable ChannelHandlerContext context;
    private @Nullable HttpRequest request;
    private @Nullable ScheduledFuture<?> deadline;

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpObject piece) {
      if (piece instanceof HttpRequest head) {
        request = head;
      }
      if (piece instanceof LastHttpContent) {
        context = ctx;
        deadline =
            ctx.executor()
                .schedule(this::answer, HeldPollServer.HOLD.toMillis(), TimeUnit.MILLISECONDS);
        synchronized (polls) {
          polls.add(this);
        }
      }
    }

    private void wake() {
      if (context != null) {
        context.executor().execute(this::answer);
      }
    }

    private void answer() {
      if (context == null || request == null || deadline == null) {
        return;
      }
      deadline.cancel(false);
      FullHttpResponse response =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1,
              HttpResponseStatus.OK,
              Unpooled.wrappedBuffer(
                  HeldPollServer.NOTHING_NEW.getBytes(StandardCharsets.US_ASCII)));
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
      context.writeAndFlush(response);
      request = null;
    }
  }
}

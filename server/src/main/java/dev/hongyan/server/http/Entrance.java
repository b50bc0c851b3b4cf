// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.util.Optional;

/** Where connections come in: each gets a place and what it is made of. */
@SuppressWarnings("FutureReturnValueIgnored") // a close that fails is a close
final class Entrance extends ChannelInitializer<SocketChannel> {

  private final Service service;
  private final Optional<SslContext> tls;

  Entrance(Service service, Optional<SslContext> tls) {
    this.service = service;
    this.tls = tls;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    service.open().add(channel);
    boolean crowded = !service.places().take(1);
    Budget taken = crowded ? service.waitingRoom() : service.places();
    if (crowded && !taken.take(1)) {
      channel.close();
      return;
    }
    channel.closeFuture().addListener(_ -> taken.giveBack(1));
    if (channel.remoteAddress() == null) {
      channel.close(); // gone before it was looked at
      return;
    }
    ChannelPipeline pipeline = channel.pipeline();
    if (tls.isPresent()) {
      SslHandler handler = tls.get().newHandler(channel.alloc());
      handler.setHandshakeTimeoutMillis(service.limits().headTime().toMillis());
      pipeline.addLast(handler);
    }
    RequestDecoder decoder = new RequestDecoder(service.limits());
    pipeline.addLast(
        decoder,
        new HttpResponseEncoder(),
        new Connection(service, channel, decoder, tls.isPresent(), crowded));
  }
}

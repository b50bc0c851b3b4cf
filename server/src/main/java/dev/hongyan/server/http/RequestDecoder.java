// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.util.List;

/** Netty's decoder, which also tells whether a request has begun whose headers aren't complete. */
final class RequestDecoder extends HttpRequestDecoder {

  private boolean begun;

  RequestDecoder(Limits limits) {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(limits.requestLine())
            .setMaxHeaderSize(limits.headers()));
  }

  /** Whether bytes have come since the last whole request. */
  boolean begun() {
    return begun;
  }

  /** To be called when the last piece of a request has come out, before the next bytes go in. */
  void ended() {
    begun = false;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    begun |= in.isReadable();
    super.decode(ctx, in, out);
  }

  /** Two lengths are how requests are smuggled past a proxy: Netty believes one, we none. */
  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
  }
}

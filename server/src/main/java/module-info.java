// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** A Web WeChat server: a world of people and chat rooms behind the endpoints of the protocol. */
@NullMarked
module dev.hongyan.server {
  exports dev.hongyan.server;
  exports dev.hongyan.server.fault;
  exports dev.hongyan.server.recording;
  exports dev.hongyan.server.script;
  exports dev.hongyan.server.world;

  requires static transitive org.jspecify;
  requires transitive dev.hongyan.protocol;
  requires transitive dev.hongyan.time;
  requires com.google.zxing;
  requires io.nayuki.qrcodegen;
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;
  requires java.desktop;
  requires java.sql;
  requires org.slf4j;
  requires org.xerial.sqlitejdbc;
  requires tools.jackson.core;
}

// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/**
 * Every call of Web WeChat as values and bytes, in both directions.
 *
 * <p>Opens nothing, waits for nothing and asks no clock: the client sends from these descriptions,
 * the server answers from them.
 */
@NullMarked
module dev.hongyan.protocol {
  requires static transitive org.jspecify;
  requires java.xml;
  requires org.jsoup;
  requires tools.jackson.core;

  exports dev.hongyan.protocol;
  exports dev.hongyan.protocol.catalog;
  exports dev.hongyan.protocol.contact;
  exports dev.hongyan.protocol.login;
  exports dev.hongyan.protocol.media;
  exports dev.hongyan.protocol.message;
  exports dev.hongyan.protocol.page;
  exports dev.hongyan.protocol.room;
  exports dev.hongyan.protocol.recording;
  exports dev.hongyan.protocol.shape;
  exports dev.hongyan.protocol.sync;
}

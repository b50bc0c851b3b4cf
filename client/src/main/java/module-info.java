// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** A Web WeChat client: login, sync, contacts, chats, with a durable inbox and outbox. */
@NullMarked
module dev.hongyan.client {
  requires static transitive org.jspecify;
  requires transitive dev.hongyan.protocol;
  requires transitive dev.hongyan.time;
  requires transitive java.net.http;
  requires io.nayuki.qrcodegen;
  requires java.desktop;
  requires org.slf4j;

  exports dev.hongyan.client;
  exports dev.hongyan.client.event;
  exports dev.hongyan.client.http;
  exports dev.hongyan.client.identity;
  exports dev.hongyan.client.message;
  exports dev.hongyan.client.people;
  exports dev.hongyan.client.store;
}

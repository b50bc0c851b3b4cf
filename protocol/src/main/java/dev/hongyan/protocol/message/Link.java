// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.message.AppMessage.Head;

/**
 * A page of the web (protocol reference 5.8).
 *
 * @param url not checked; empty for none
 * @param thumbnail address of a small picture, empty for none
 * @param source name of the account or app that it comes from, empty for none
 */
public record Link(String title, String description, String url, String thumbnail, String source)
    implements MessageKind {

  static final int APP_TYPE = 5;

  /** Number of a link to a video. */
  static final int VIDEO = 4;

  static Link of(AppMessage app) {
    Head head = app.head();
    return new Link(head.title(), head.description(), head.url(), head.thumbnail(), head.source());
  }

  AppMessage app() {
    return AppMessage.of(APP_TYPE, new Head(title, description, url, thumbnail, source));
  }

  /** Whether there is one: what people read is not for logs. */
  @Override
  public String toString() {
    return "link";
  }
}

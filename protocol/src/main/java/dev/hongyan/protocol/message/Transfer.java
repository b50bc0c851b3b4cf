// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.message.AppMessage.Head;

/**
 * Money sent to one person; only phones take it (protocol reference 5.8).
 *
 * @param title such as {@code 微信转账}
 * @param description a sentence with the amount, empty if not told
 */
public record Transfer(String title, String description) implements MessageKind {

  static final int APP_TYPE = 2000;

  static Transfer of(AppMessage app) {
    return new Transfer(app.head().title(), app.head().description());
  }

  AppMessage app() {
    return AppMessage.of(APP_TYPE, Head.of(title, description));
  }

  /** Never the amount. */
  @Override
  public String toString() {
    return "transfer";
  }
}

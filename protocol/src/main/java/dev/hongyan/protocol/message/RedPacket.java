// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.message.AppMessage.Head;

/**
 * A red packet; only phones open it. It mostly comes as a {@link Note} that tells of it instead
 * (protocol reference 5.8, 5.13).
 *
 * @param title what stands on it
 */
public record RedPacket(String title) implements MessageKind {

  static final int APP_TYPE = 2001;

  static RedPacket of(AppMessage app) {
    return new RedPacket(app.head().title());
  }

  AppMessage app() {
    return AppMessage.of(APP_TYPE, Head.of(title, ""));
  }

  /** Never what stands on it. */
  @Override
  public String toString() {
    return "red packet";
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.message.AppMessage.Head;

/**
 * Somebody has begun to show where they are, on phones only (protocol reference 5.8). A {@link
 * Note} tells when it is over.
 *
 * @param title a sentence that says so
 */
public record LiveLocation(String title) implements MessageKind {

  static final int APP_TYPE = 17;

  static LiveLocation of(AppMessage app) {
    return new LiveLocation(app.head().title());
  }

  AppMessage app() {
    return AppMessage.of(APP_TYPE, Head.of(title, ""));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.message.AppMessage.Head;
import dev.hongyan.protocol.message.AppMessage.Sound;

/**
 * A piece of music somewhere on the web (protocol reference 5.8).
 *
 * @param description mostly who plays it
 * @param url a page about it
 * @param soundUrl where it is heard
 * @param lowSoundUrl where it is heard with less data
 * @param source name of the app that it comes from, empty for none
 */
public record Music(
    String title,
    String description,
    String url,
    String soundUrl,
    String lowSoundUrl,
    String source)
    implements MessageKind {

  static final int APP_TYPE = 3;

  static Music of(AppMessage app) {
    Head head = app.head();
    return new Music(
        head.title(),
        head.description(),
        head.url(),
        app.sound().url(),
        app.sound().lowUrl(),
        head.source());
  }

  AppMessage app() {
    return AppMessage.of(APP_TYPE, new Head(title, description, url, "", source))
        .withSound(new Sound(soundUrl, lowSoundUrl));
  }

  /** Whether there is one: what people hear is not for logs. */
  @Override
  public String toString() {
    return "music";
  }
}

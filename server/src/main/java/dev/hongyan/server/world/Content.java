// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** What a message says. */
public sealed interface Content {

  /** Our word for the kind, as the phone API shows it. */
  String kind();

  /** The words of it, as a phone shows them. */
  String text();

  /** Words that someone wrote. */
  record Text(String text) implements Content {

    @Override
    public String kind() {
      return "text";
    }

    @Override
    public String toString() {
      return "text of " + text.length() + " characters";
    }
  }

  /** Words that the service wrote into the chat (protocol reference 5.13). */
  record Note(String text) implements Content {

    @Override
    public String kind() {
      return "system";
    }

    @Override
    public String toString() {
      return "note of " + text.length() + " characters";
    }
  }

  /** The content of this kind, as it was kept. */
  static Content of(String kind, String text) {
    return switch (kind) {
      case "text" -> new Text(text);
      case "system" -> new Note(text);
      default -> throw new IllegalArgumentException("no such kind of message: " + kind);
    };
  }
}

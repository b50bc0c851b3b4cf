// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.client.message.FileKind;
import java.nio.file.Path;

/** What is to be sent, as it is kept. */
public sealed interface OutgoingContent {

  /** A text. */
  record Words(String text) implements OutgoingContent {
    /** The length only: texts are people's words. */
    @Override
    public String toString() {
      return "text of " + text.length() + " characters";
    }
  }

  /**
   * A file. It stays where it is; size and MD5 tell whether it is still the same one.
   *
   * @param file absolute
   * @param size bytes
   * @param md5 32 hex digits
   */
  record Attachment(FileKind kind, Path file, long size, String md5) implements OutgoingContent {
    /** Kind and size only: names are people's words. */
    @Override
    public String toString() {
      return kind + " of " + size + " bytes";
    }
  }

  /**
   * A message that was received.
   *
   * @param message as it came, opaque to the store
   */
  record Forwarded(String message) implements OutgoingContent {
    /** Nothing of it: contents are people's words. */
    @Override
    public String toString() {
      return "forwarded message";
    }
  }
}

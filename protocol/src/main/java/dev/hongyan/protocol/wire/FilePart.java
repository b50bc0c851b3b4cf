// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Body;

/**
 * A file within a form (protocol reference 3.18).
 *
 * @param fileName as the sender wrote it: it may hold anything, paths included; may be empty
 * @param contentType as the sender wrote it; may be empty
 * @param bytes a part of the form's own body, nowhere copied if that is streamed
 */
public record FilePart(String fileName, String contentType, Body bytes) {

  /** No file. */
  public static final FilePart NONE = new FilePart("", "", Body.EMPTY);

  /** The size only: a name is people's words. */
  @Override
  public String toString() {
    return "file of " + bytes;
  }
}

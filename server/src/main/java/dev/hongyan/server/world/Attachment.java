// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/**
 * Bytes that come with a message, and what they are called.
 *
 * @param name a file name without any path
 */
public record Attachment(Media media, String name) {

  public Attachment {
    name = FileNames.safe(name);
  }

  /** The size only: names are people's words. */
  @Override
  public String toString() {
    return "file of " + media.size() + " bytes";
  }
}

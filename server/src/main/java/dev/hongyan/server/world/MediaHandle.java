// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** What a session calls a media: by where the account has it from. */
public sealed interface MediaHandle {

  /** The account has uploaded it, under this number. */
  record Uploaded(long number) implements MediaHandle {}

  /** It came with a message that the account has. */
  record Received(MessageId message) implements MediaHandle {}
}

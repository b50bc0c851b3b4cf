// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.message;

/**
 * A message that is a text.
 *
 * @param message all about it
 * @param content what was written, as a person reads it
 */
public record TextMessage(Message message, String content) {

  /** Who wrote it. */
  public Sender sender() {
    return message.sender();
  }

  /** The id and who is involved: contents are people's words. */
  @Override
  public String toString() {
    return message.toString();
  }
}

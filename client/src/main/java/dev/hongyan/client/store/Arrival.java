// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

/**
 * A message as it came, kept until its handlers are done with it.
 *
 * @param id the message's id, the same each time the server delivers it
 * @param chat what keeps messages in order: those of one chat are handled one after the other
 * @param content the message itself, opaque to the store
 */
public record Arrival(String id, String chat, String content) {

  /** The id only: contents are people's words. */
  @Override
  public String toString() {
    return "arrival " + id;
  }
}

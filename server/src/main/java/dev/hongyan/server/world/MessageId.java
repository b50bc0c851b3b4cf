// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** Names a message: positive, at most 19 digits, and greater than those of all messages before. */
public record MessageId(long value) implements Comparable<MessageId> {

  @Override
  public int compareTo(MessageId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** Our own number of a chat room. Never on the wire. */
public record RoomId(long value) implements ChatId {}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/**
 * A chat room.
 *
 * @param name the short name by which the phone API and scripts call it
 * @param topic what its members see above it, may be empty
 */
public record Room(RoomId id, String name, String topic, AccountId owner, int pictureVersion) {}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/**
 * What a chat room is to one of its members.
 *
 * @param saved whether he keeps it in his address book
 */
public record Membership(Room room, boolean saved, boolean pinned, boolean muted) {}

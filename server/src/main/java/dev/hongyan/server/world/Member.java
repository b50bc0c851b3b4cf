// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/**
 * Someone inside a chat room.
 *
 * @param displayName his name in this room, empty if he goes by his nick name
 */
public record Member(Account account, String displayName) {}

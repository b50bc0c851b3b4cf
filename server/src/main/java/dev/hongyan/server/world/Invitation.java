// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Instant;

/**
 * Somebody is asked into a large room, and has not answered.
 *
 * @param by who asks him
 */
public record Invitation(Room room, Account by, Instant time) {}

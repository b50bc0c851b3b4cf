// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Instant;

/**
 * A web session that goes on, as its owner sees it on his phone.
 *
 * @param lastCall when its client was last heard of
 * @param held whether it is waiting for news right now
 * @param client what its client calls itself, empty if it does not say
 */
public record LiveSession(
    Session session, Account account, Instant lastCall, boolean held, String client) {}

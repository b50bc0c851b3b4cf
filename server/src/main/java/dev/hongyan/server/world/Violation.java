// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Instant;
import java.util.Optional;

/**
 * A client broke the protocol.
 *
 * @param call the call in which it did
 * @param detail which field, which shape; never a secret or anybody's words
 * @param account short name of the account, where it is known
 */
public record Violation(
    Breach breach, String call, String detail, Optional<String> account, Instant time) {}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.UserName;
import java.time.Instant;

/**
 * All about a message but what it says (protocol reference 5.1, 5.2).
 *
 * @param from the sender; the room for what others say in it
 * @param to the account, or the chat if the account is the sender
 * @param speaker who stands before the content: who says it in a room, nobody otherwise
 * @param created seconds precision
 */
public record Delivery(
    MessageId id, UserName from, UserName to, UserName speaker, Instant created) {}

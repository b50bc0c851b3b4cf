// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** Our own number of an account. Not its uin, and never on the wire. */
public record AccountId(long value) implements ChatId {}

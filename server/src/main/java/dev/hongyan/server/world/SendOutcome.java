// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** What became of a draft. */
public sealed interface SendOutcome {

  /**
   * It is on its way, and safe. The same draft again within ten minutes has the id of the first.
   */
  record Sent(MessageId id) implements SendOutcome {}

  /** It was not taken; nobody hears of it. */
  record Refused(Refusal refusal) implements SendOutcome {}
}

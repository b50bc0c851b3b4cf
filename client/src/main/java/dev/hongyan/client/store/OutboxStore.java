// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.client.message.SendOutcome;
import java.util.List;
import java.util.Optional;

/**
 * What we are sending, kept from before the first try until the outcome is known.
 *
 * <p>Outcomes are remembered for a while, so that a handler that runs again after a crash, and
 * sends again under the same client message id, is told what became of it the first time.
 *
 * <p>Safe for use by many threads. Failures to write are {@link java.io.UncheckedIOException}.
 */
public interface OutboxStore {

  /**
   * How many outcomes are remembered: those of handlers that a crash may have cut short, of which
   * there is one per chat. 10,000 chats at once are out of reach for an account.
   */
  int REMEMBERED_OUTCOMES = 10_000;

  /** Keeps a message; it survives the end of the process when this returns. */
  void add(Outgoing message);

  /** Keeps what became of it. */
  void settle(String clientId, SendOutcome outcome);

  /** What became of the message with this id, if that is known and still remembered. */
  Optional<SendOutcome> outcome(String clientId);

  /** Forgets all outcomes. */
  void forget();

  /** Keeps how far the upload of a message without an outcome is. */
  void mark(String clientId, UploadMark mark);

  /** How far that is; nothing once there is an outcome. */
  Optional<UploadMark> upload(String clientId);

  /** Those without an outcome, oldest first: the process ended while they were being sent. */
  List<Outgoing> unsettled();
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The durable queue between the sync loop and the handlers of messages.
 *
 * <p>What {@link #append} has returned for is never lost: the sync loop asks the server for what
 * comes next only then. A message leaves the queue with {@link #done}. One that {@link #begin} was
 * called for but not {@code done} is pending again after a restart, marked as redelivered; whether
 * its handler had finished nobody can know.
 *
 * <p>Safe for use by many threads. Failures to write are {@link java.io.UncheckedIOException}.
 */
public interface InboxStore {

  /**
   * How many message ids are remembered at least, to drop what is delivered twice. The server
   * delivers again what came after the key that it is given, and that is one page of some 50
   * messages; 10,000 leave room for a server that goes far back, and cost a megabyte.
   */
  int REMEMBERED_IDS = 10_000;

  /**
   * How many messages are kept after their handlers are done with them. A message can be taken back
   * for two minutes (protocol reference 3.25), and who hears of it wants to know what it said; 500
   * are what a busy account gets in that time.
   */
  int KEPT_MESSAGES = 500;

  /** How much they may be together, in characters. */
  int KEPT_CHARACTERS = 1 << 20;

  /** Whose messages these are, by the account's number; empty in a new store. */
  OptionalLong account();

  /** Makes this the inbox of an account; which messages have come before is forgotten. */
  void belongTo(long account);

  /** How far the last session has read; empty in a new store. */
  Optional<Position> position();

  /** Begins a session at this position. Messages that are pending stay so. */
  void start(Position position);

  /**
   * Keeps messages and the position behind them, both or neither.
   *
   * @return those that had not come before, in order
   */
  List<Arrival> append(List<Arrival> arrived, Position position);

  /** What no handler is done with, in order of arrival. */
  List<Pending> pending();

  /** A message that came not long ago, whether handlers are done with it or not. */
  Optional<Arrival> find(String id);

  /** Marks that a handler is about to be called with this message. */
  void begin(String id);

  /** Marks that the handlers are done with this message. */
  void done(String id);
}

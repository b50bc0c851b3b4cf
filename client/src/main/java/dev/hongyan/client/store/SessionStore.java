// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the session of one account is kept between runs. Several processes may read it while one
 * writes. Failures to read or write are {@link java.io.UncheckedIOException}.
 */
public interface SessionStore {

  /** The session last saved. */
  Optional<SavedSession> load();

  /** Replaces the saved session, as a whole or not at all. */
  void save(SavedSession session);

  /**
   * Changes what is saved if nobody owns the account just now. For those who share the session: an
   * owner learns from the server what they did, and would have his own news overwritten. A store
   * that cannot tell who owns it leaves everything as it is.
   */
  default void reviseUnowned(UnaryOperator<SavedSession> revision) {}

  /** Forgets it, cookies and all. */
  void clear();
}

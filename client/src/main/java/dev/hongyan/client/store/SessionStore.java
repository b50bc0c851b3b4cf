// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.util.Optional;

/**
 * Where the session of one account is kept between runs. Several processes may read it while one
 * writes. Failures to read or write are {@link java.io.UncheckedIOException}.
 */
public interface SessionStore {

  /** The session last saved. */
  Optional<SavedSession> load();

  /** Replaces the saved session, as a whole or not at all. */
  void save(SavedSession session);

  /** Forgets it, cookies and all. */
  void clear();
}

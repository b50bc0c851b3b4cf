// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session that lasts as long as the process. */
final class MemorySessionStore implements SessionStore {

  private volatile @Nullable SavedSession session;

  @Override
  public Optional<SavedSession> load() {
    return Optional.ofNullable(session);
  }

  @Override
  public void save(SavedSession newSession) {
    session = newSession;
  }

  @Override
  public void clear() {
    session = null;
  }
}

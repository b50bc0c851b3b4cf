// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.sql.SQLException;

/**
 * Something done with the database, from the first statement to the result. It runs on a thread of
 * the store, so it neither waits nor calls foreign code; an exception of its own undoes what it
 * wrote and reaches the caller as it is.
 *
 * @param <T> what comes out
 */
@FunctionalInterface
public interface Work<T> {

  /** Does it. */
  T run(Sql sql) throws SQLException;
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What a thread of the store owes to whoever asked: a result or an exception, once. */
final class Answer<T> {

  private final CompletableFuture<T> result = new CompletableFuture<>();

  void give(T value) {
    result.complete(value);
  }

  void fail(Throwable cause) {
    result.completeExceptionally(cause);
  }

  /**
   * Waits for it, interrupted or not: the database answers in milliseconds, and a write whose
   * outcome nobody heard would be worse than a late interruption.
   */
  T await() {
    try {
      return result.join();
    } catch (CompletionException e) {
      throw unwrap(e.getCause());
    }
  }

  private static RuntimeException unwrap(@Nullable Throwable cause) {
    return switch (cause) {
      case SQLException e -> new StoreException("the database failed", e);
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException("the store's thread failed", cause);
    };
  }
}

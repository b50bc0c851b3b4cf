// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A few platform threads and as many connections that only read. */
final class Readers implements AutoCloseable {

  private final BlockingQueue<Sql> idle;
  private final ExecutorService threads;

  Readers(int count, Supplier<Sql> opener) {
    idle = new ArrayBlockingQueue<>(count);
    for (int i = 0; i < count; i++) {
      idle.add(opener.get());
    }
    // Unbounded, but each caller waits for his answer: as long as the number of requests at most.
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("store-reader-", 0).daemon().factory());
  }

  <T> T read(Work<T> work) {
    Answer<T> answer = new Answer<>();
    try {
      threads.execute(() -> answer(work, answer));
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the store is closed", e);
    }
    return answer.await();
  }

  private <T> void answer(Work<T> work, Answer<T> answer) {
    Sql sql = idle.remove();
    try {
      answer.give(work.run(sql));
    } catch (SQLException | RuntimeException | Error e) {
      answer.fail(e);
    } finally {
      idle.add(sql);
    }
  }

  @Override
  public void close() {
    threads.close();
    List<Sql> connections = new ArrayList<>();
    idle.drainTo(connections);
    for (Sql sql : connections) {
      try {
        sql.close();
      } catch (SQLException e) {
        throw new StoreException("cannot close a reader", e);
      }
    }
  }
}

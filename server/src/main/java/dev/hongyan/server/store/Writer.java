// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The one thread that writes, and its queue. */
final class Writer implements AutoCloseable {

  /** Writers that may wait at once; the next one waits at the door. */
  private static final int QUEUE = 4096;

  /** Writes in one transaction: enough to share a disk's flush, few enough to stay quick. */
  private static final int BATCH = 256;

  private final Sql sql;
  private final BlockingQueue<Job<?>> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Job<Boolean> last = new Job<>(s -> true, Kind.STOP);
  private final AtomicLong commits = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean ended;

  private enum Kind {
    WRITE,
    READ,
    STOP
  }

  Writer(Sql sql) {
    this.sql = sql;
    thread = Thread.ofPlatform().name("store-writer").daemon().start(this::run);
  }

  <T> T write(Work<T> work) {
    return ask(new Job<>(work, Kind.WRITE));
  }

  <T> T read(Work<T> work) {
    return ask(new Job<>(work, Kind.READ));
  }

  long commits() {
    return commits.get();
  }

  private <T> T ask(Job<T> job) {
    if (closed) {
      throw new IllegalStateException("the store is closed");
    }
    enqueue(job);
    if (ended) {
      failLate();
    }
    return job.answer.await();
  }

  private void enqueue(Job<?> job) {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          queue.put(job);
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    List<Job<?>> batch = new ArrayList<>();
    boolean open = true;
    while (open) {
      collect(batch);
      open = batch.stream().noneMatch(job -> job.kind == Kind.STOP);
      commit(batch);
      batch.clear();
    }
    ended = true;
    failLate();
  }

  /**
   * Whoever came after the last job: the thread's end and the caller both look, so none is missed.
   */
  private void failLate() {
    List<Job<?>> late = new ArrayList<>();
    queue.drainTo(late);
    late.forEach(job -> job.answer.fail(new IllegalStateException("the store is closed")));
  }

  /** The first job, however long it takes to come, and all that have come by then. */
  private void collect(List<Job<?>> batch) {
    while (batch.isEmpty()) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException expected) {
        // Nobody has a reason to interrupt this thread: it ends by its last job alone.
      }
    }
    queue.drainTo(batch, BATCH - 1);
  }

  private void commit(List<Job<?>> batch) {
    try {
      boolean writes = batch.stream().anyMatch(job -> job.kind == Kind.WRITE);
      if (writes) {
        sql.execute("BEGIN IMMEDIATE");
      }
      for (Job<?> job : batch) {
        job.run(sql);
      }
      if (writes) {
        sql.execute("COMMIT");
        commits.incrementAndGet();
        sql.takeAfterCommit().forEach(Runnable::run);
      }
      batch.forEach(Job::tell);
    } catch (SQLException | RuntimeException | Error e) {
      rollback(e);
      batch.forEach(job -> job.answer.fail(e));
    }
  }

  private void rollback(Throwable cause) {
    sql.takeAfterCommit();
    try {
      sql.execute("ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** Does what was asked for until now, then ends the thread and waits for it. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    enqueue(last);
    last.answer.await();
    try {
      thread.join();
      sql.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new StoreException("cannot close the database", e);
    }
  }

  /** One piece of work, its result once it has one, and who waits for it. */
  private static final class Job<T> {

    final Kind kind;
    final Answer<T> answer = new Answer<>();
    private final Work<T> work;
    private @Nullable T result;
    private @Nullable Throwable failure;

    Job(Work<T> work, Kind kind) {
      this.work = work;
      this.kind = kind;
    }

    /** Does the work; what it wrote is undone if it fails, and only that. */
    void run(Sql sql) throws SQLException {
      int mark = sql.mark();
      if (kind == Kind.WRITE) {
        sql.execute("SAVEPOINT job");
      }
      try {
        result = work.run(sql);
      } catch (SQLException | RuntimeException | Error e) {
        failure = e;
        sql.forgetSince(mark);
        if (kind == Kind.WRITE) {
          sql.execute("ROLLBACK TO job");
        }
      }
      if (kind == Kind.WRITE) {
        sql.execute("RELEASE job");
      }
    }

    /** Tells the outcome, now that it will last. */
    @SuppressWarnings("NullAway") // a Work returns what its caller may see, null included
    void tell() {
      if (failure != null) {
        answer.fail(failure);
      } else {
        answer.give(result);
      }
    }
  }
}

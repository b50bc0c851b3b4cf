// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DatabaseTest {

  @TempDir private Path folder;

  @Test
  void commitsWhatArrivesTogetherTogether() throws Exception {
    try (Database database = Database.at(folder.resolve("world.db"));
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      long before = database.commits();
      CountDownLatch writerIsBusy = new CountDownLatch(1);
      CountDownLatch allWait = new CountDownLatch(50);
      Future<?> first = people.submit(() -> database.write(sql -> await(writerIsBusy, allWait)));
      writerIsBusy.await();

      List<Future<Long>> sends = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String name = "p" + i;
        sends.add(
            people.submit(() -> {
              allWait.countDown();
              return database.write(sql -> insert(sql, name));
            }));
      }
      first.get();
      for (Future<Long> send : sends) {
        send.get();
      }

      assertThat(database.<Integer>read(DatabaseTest::parties)).isEqualTo(50);
      assertThat(database.commits() - before).isBetween(2L, 25L);
    }
  }

  @Test
  void keepsWhatWasCommittedWhenTheProcessDies() throws Exception {
    Path file = folder.resolve("world.db");
    Path copy = folder.resolve("copy.db");
    try (Database database = Database.at(file)) {
      database.write(sql -> insert(sql, "lin"));

      // What a dead process leaves: the file and its log as they are, nobody closes anything.
      Files.copy(file, copy);
      Files.copy(folder.resolve("world.db-wal"), folder.resolve("copy.db-wal"));
    }

    try (Database reopened = Database.at(copy)) {
      assertThat(reopened.<Integer>read(DatabaseTest::parties)).isEqualTo(1);
    }
  }

  @Test
  void undoesOnlyTheWriteThatFails() {
    try (Database database = Database.inMemory()) {
      database.write(sql -> insert(sql, "lin"));

      assertThatThrownBy(() ->
              database.write(sql -> {
                insert(sql, "mei");
                throw new IllegalArgumentException("no mei");
              }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no mei");

      assertThat(database.<Integer>read(DatabaseTest::parties)).isEqualTo(1);
    }
  }

  @Test
  void tellsABrokenStatementAsAFailureOfTheStore() {
    try (Database database = Database.inMemory()) {
      assertThatThrownBy(() -> database.write(sql -> sql.update("INSERT INTO nowhere VALUES (1)")))
          .isInstanceOf(StoreException.class);

      assertThat(database.<Long>write(sql -> insert(sql, "lin"))).isPositive();
    }
  }

  @Test
  void runsWhatFollowsACommitOnlyIfItIsOne() {
    try (Database database = Database.inMemory()) {
      AtomicBoolean woken = new AtomicBoolean();
      AtomicBoolean wokenInVain = new AtomicBoolean();

      database.write(sql -> {
        sql.afterCommit(() -> woken.set(true));
        return true;
      });
      assertThatThrownBy(() ->
              database.write(sql -> {
                sql.afterCommit(() -> wokenInVain.set(true));
                throw new IllegalStateException("undone");
              }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(woken).isTrue();
      assertThat(wokenInVain).isFalse();
    }
  }

  @Test
  void readersSeeAWriteOnceItHasReturned() {
    try (Database database = Database.at(folder.resolve("world.db"))) {
      for (int i = 0; i < 100; i++) {
        String name = "p" + i;
        database.write(sql -> insert(sql, name));

        assertThat(
                database.<Boolean>read(sql -> sql.any("SELECT 1 FROM party WHERE name = ?", name)))
            .isTrue();
      }
    }
  }

  @Test
  void finishesWhatWasAskedForBeforeItCloses() throws Exception {
    Path file = folder.resolve("world.db");
    Database database = Database.at(file);
    database.write(sql -> insert(sql, "lin"));
    database.close();
    database.close();

    assertThatThrownBy(() -> database.write(sql -> insert(sql, "mei")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> database.read(DatabaseTest::parties))
        .isInstanceOf(IllegalStateException.class);
    assertThat(folder.resolve("world.db-wal")).doesNotExist();
  }

  @Test
  void belongsToOneServerAtATimeAndToItsOwnerAlone() throws Exception {
    Path file = folder.resolve("world.db");
    try (Database database = Database.at(file)) {
      database.write(sql -> insert(sql, "lin"));

      assertThatThrownBy(() -> Database.at(file))
          .isInstanceOf(StoreException.class)
          .hasMessage("another server is using " + file);
      for (String name : List.of("world.db", "world.db-wal", "world.db-shm")) {
        assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
            .as(name)
            .containsExactlyInAnyOrder(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      }
    }

    try (Database again = Database.at(file)) {
      assertThat(again.<Integer>read(DatabaseTest::parties)).isEqualTo(1);
    }
  }

  /** A copied database, or one of an older program, was open to everybody and stayed so. */
  @Test
  void closesToOthersWhatWasThere() throws Exception {
    Path file = folder.resolve("world.db");
    for (String name : List.of("world.db", "world.db.lock", "world.db-wal", "world.db-shm")) {
      Files.setPosixFilePermissions(
          Files.createFile(folder.resolve(name)), PosixFilePermissions.fromString("rw-r--r--"));
    }

    try (Database database = Database.at(file)) {
      database.write(sql -> insert(sql, "lin"));

      for (String name : List.of("world.db", "world.db.lock", "world.db-wal", "world.db-shm")) {
        assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
            .as(name)
            .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  @Test
  void refusesDataOfANewerVersion() {
    Path file = folder.resolve("world.db");
    try (Database database = Database.at(file)) {
      database.write(sql -> {
        sql.execute("PRAGMA user_version = 99");
        return true;
      });
    }

    assertThatThrownBy(() -> Database.at(file))
        .isInstanceOf(StoreException.class)
        .hasRootCauseMessage("the data is of version 99, newer than this program");
  }

  private static boolean await(CountDownLatch busy, CountDownLatch until) {
    busy.countDown();
    try {
      until.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return true;
  }

  private static long insert(Sql sql, String name) throws SQLException {
    return sql.insert("INSERT INTO party (name) VALUES (?)", name);
  }

  private static int parties(Sql sql) throws SQLException {
    return sql.one("SELECT COUNT(*) AS n FROM party", row -> row.count("n")).orElse(0);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The world's database: SQLite in one file, or in memory for tests.
 *
 * <p>Writes are committed in groups: all that wait while one transaction is made safe go into the
 * next, each in a savepoint of its own, and nobody hears of success before the commit. Reads see
 * what is committed. A call into SQLite would pin a virtual thread to its carrier, so platform
 * threads do the work: one writer, and a few readers. In memory there is only one connection (a
 * shared-cache memory database locks readers out), so there the writer reads as well.
 */
public final class Database implements AutoCloseable {

  /** A reader is busy for microseconds; two are enough for the machines we know. */
  private static final int READERS = 2;

  private final Writer writer;
  private final Optional<Readers> readers;
  private final Optional<Claim> claim;

  private Database(Writer writer, Optional<Readers> readers, Optional<Claim> claim) {
    this.writer = writer;
    this.readers = readers;
    this.claim = claim;
  }

  /** A database that is gone when it is closed. */
  public static Database inMemory() {
    return new Database(
        new Writer(prepare("jdbc:sqlite::memory:")), Optional.empty(), Optional.empty());
  }

  /**
   * The database in this file, which is made if need be.
   *
   * @throws StoreException if another process uses it, or it cannot be opened
   */
  public static Database at(Path file) {
    Claim claim = Claim.on(file);
    try {
      String url = "jdbc:sqlite:" + file.toAbsolutePath();
      Writer writer = new Writer(prepare(url));
      Readers readers = new Readers(READERS, () -> readOnly(url));
      return new Database(writer, Optional.of(readers), Optional.of(claim));
    } catch (StoreException e) {
      claim.close();
      throw e;
    }
  }

  /**
   * Does this and makes it safe before it returns.
   *
   * @throws StoreException if the database fails; then nothing of it was written
   */
  public <T> T write(Work<T> work) {
    return writer.write(work);
  }

  /**
   * Looks something up.
   *
   * @throws StoreException if the database fails
   */
  public <T> T read(Work<T> work) {
    return readers.isPresent() ? readers.get().read(work) : writer.read(work);
  }

  /** How often something was made safe since the start: fewer times than there were writes. */
  public long commits() {
    return writer.commits();
  }

  /** Finishes what was asked for, then closes the file. */
  @Override
  public void close() {
    readers.ifPresent(Readers::close);
    writer.close();
    claim.ifPresent(Claim::close);
  }

  private static Sql prepare(String url) {
    try {
      Sql sql = new Sql(open(url));
      sql.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
      sql.execute("PRAGMA foreign_keys = ON;");
      Schema.migrate(sql);
      return sql;
    } catch (SQLException e) {
      throw new StoreException("cannot open the world's database", e);
    }
  }

  private static Sql readOnly(String url) {
    try {
      Sql sql = new Sql(open(url));
      sql.execute("PRAGMA query_only = ON;");
      return sql;
    } catch (SQLException e) {
      throw new StoreException("cannot open the world's database for reading", e);
    }
  }

  private static Connection open(String url) throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA busy_timeout = 5000;");
    }
    return connection;
  }
}

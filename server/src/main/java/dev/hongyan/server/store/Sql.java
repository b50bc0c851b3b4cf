// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection, as the tables use it: statements by their text, kept prepared; parameters in
 * order; results read to the end before anyone sees them. Belongs to one thread at a time.
 */
public final class Sql implements AutoCloseable {

  /** Makes a value of a row. */
  @FunctionalInterface
  public interface Mapper<T> {

    /** Reads the row; does not keep it. */
    T map(Row row) throws SQLException;
  }

  /** More than all statements of the world together: only a bug could fill it. */
  private static final int STATEMENTS = 256;

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);
  private final List<Runnable> afterCommit = new ArrayList<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Every row that the query finds. Parameters: texts, numbers, flags, instants, bytes, empty. */
  public <T> List<T> all(String query, Mapper<T> mapper, Object... parameters) throws SQLException {
    PreparedStatement statement = bind(query, parameters);
    List<T> found = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      Row row = new Row(result);
      while (result.next()) {
        found.add(mapper.map(row));
      }
    }
    return found;
  }

  /** The first row that the query finds. */
  public <T> Optional<T> one(String query, Mapper<T> mapper, Object... parameters)
      throws SQLException {
    List<T> found = all(query, mapper, parameters);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  /** Whether the query finds anything. */
  public boolean any(String query, Object... parameters) throws SQLException {
    try (ResultSet result = bind(query, parameters).executeQuery()) {
      return result.next();
    }
  }

  /** Changes rows and says how many. */
  public int update(String statement, Object... parameters) throws SQLException {
    return bind(statement, parameters).executeUpdate();
  }

  /** Adds a row and returns the number that the database gave it. */
  public long insert(String statement, Object... parameters) throws SQLException {
    bind(statement, parameters).executeUpdate();
    return one("SELECT last_insert_rowid() AS id", row -> row.number("id")).orElseThrow();
  }

  /**
   * Has this run once everything written so far is safe, on the store's thread and before the
   * writer hears of it; not at all if it is undone. It must be quick and must not fail.
   */
  public void afterCommit(Runnable then) {
    afterCommit.add(then);
  }

  /** Runs statements that need no parameters and give no rows, several at once if need be. */
  void execute(String script) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }

  /** How much there is to do after the commit: a mark to come back to. */
  int mark() {
    return afterCommit.size();
  }

  /** Forgets what was to be done since the mark. */
  void forgetSince(int mark) {
    afterCommit.subList(mark, afterCommit.size()).clear();
  }

  /** Everything that was to be done, now no longer in here. */
  List<Runnable> takeAfterCommit() {
    List<Runnable> taken = List.copyOf(afterCommit);
    afterCommit.clear();
    return taken;
  }

  private PreparedStatement bind(String text, Object... parameters) throws SQLException {
    @Nullable PreparedStatement statement = statements.get(text);
    if (statement == null) {
      statement = prepare(text);
    }
    for (int i = 0; i < parameters.length; i++) {
      set(statement, i + 1, parameters[i]);
    }
    return statement;
  }

  private PreparedStatement prepare(String text) throws SQLException {
    if (statements.size() >= STATEMENTS) {
      Iterator<PreparedStatement> oldest = statements.values().iterator();
      oldest.next().close();
      oldest.remove();
    }
    PreparedStatement statement = connection.prepareStatement(text);
    statements.put(text, statement);
    return statement;
  }

  private static void set(PreparedStatement statement, int index, Object value)
      throws SQLException {
    switch (value) {
      case Optional<?> maybe when maybe.isEmpty() -> statement.setObject(index, null);
      case Optional<?> maybe -> set(statement, index, maybe.orElseThrow());
      case Instant time -> statement.setLong(index, time.toEpochMilli());
      case Boolean flag -> statement.setInt(index, flag ? 1 : 0);
      case Long number -> statement.setLong(index, number);
      case Integer number -> statement.setInt(index, number);
      case String text -> statement.setString(index, text);
      case byte[] bytes -> statement.setBytes(index, bytes);
      default -> throw new IllegalArgumentException("no SQL for " + value.getClass());
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    connection.close();
  }
}

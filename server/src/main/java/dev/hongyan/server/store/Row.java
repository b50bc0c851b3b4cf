// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The current row of a result, its columns by name and as the types the world uses. */
public final class Row {

  private final ResultSet result;

  /** By name; the driver's own search goes through all columns each time. */
  private final Map<String, Integer> columns = new HashMap<>();

  Row(ResultSet result) throws SQLException {
    this.result = result;
    ResultSetMetaData shape = result.getMetaData();
    for (int i = 1; i <= shape.getColumnCount(); i++) {
      columns.put(shape.getColumnLabel(i), i);
    }
  }

  private int place(String column) throws SQLException {
    @Nullable Integer place = columns.get(column);
    if (place == null) {
      throw new SQLException("no such column: " + column);
    }
    return place;
  }

  /** A whole number; 0 where the column is empty. */
  public long number(String column) throws SQLException {
    return result.getLong(place(column));
  }

  /** A whole number, or nothing where the column is empty. */
  public Optional<Long> maybeNumber(String column) throws SQLException {
    long number = result.getLong(place(column));
    return result.wasNull() ? Optional.empty() : Optional.of(number);
  }

  /** A small whole number. */
  public int count(String column) throws SQLException {
    return result.getInt(place(column));
  }

  /** A yes or no. */
  public boolean flag(String column) throws SQLException {
    return result.getInt(place(column)) != 0;
  }

  /** A text; empty where the column is empty. */
  public String text(String column) throws SQLException {
    @Nullable String text = result.getString(place(column));
    return text == null ? "" : text;
  }

  /** A text, or nothing where the column is empty. */
  public Optional<String> maybeText(String column) throws SQLException {
    return Optional.ofNullable(result.getString(place(column)));
  }

  /** Bytes; none where the column is empty. */
  public byte[] bytes(String column) throws SQLException {
    byte @Nullable [] bytes = result.getBytes(place(column));
    return bytes == null ? new byte[0] : bytes;
  }

  /** A moment, kept as milliseconds since 1970. */
  public Instant time(String column) throws SQLException {
    return Instant.ofEpochMilli(result.getLong(place(column)));
  }

  /** A moment, or nothing where the column is empty. */
  public Optional<Instant> maybeTime(String column) throws SQLException {
    return maybeNumber(column).map(Instant::ofEpochMilli);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The current row of a result, its columns by name and as the types the world uses. */
public final class Row {

  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /** A whole number; 0 where the column is empty. */
  public long number(String column) throws SQLException {
    return result.getLong(column);
  }

  /** A whole number, or nothing where the column is empty. */
  public Optional<Long> maybeNumber(String column) throws SQLException {
    long number = result.getLong(column);
    return result.wasNull() ? Optional.empty() : Optional.of(number);
  }

  /** A small whole number. */
  public int count(String column) throws SQLException {
    return result.getInt(column);
  }

  /** A yes or no. */
  public boolean flag(String column) throws SQLException {
    return result.getInt(column) != 0;
  }

  /** A text; empty where the column is empty. */
  public String text(String column) throws SQLException {
    @Nullable String text = result.getString(column);
    return text == null ? "" : text;
  }

  /** A text, or nothing where the column is empty. */
  public Optional<String> maybeText(String column) throws SQLException {
    return Optional.ofNullable(result.getString(column));
  }

  /** Bytes; none where the column is empty. */
  public byte[] bytes(String column) throws SQLException {
    byte @Nullable [] bytes = result.getBytes(column);
    return bytes == null ? new byte[0] : bytes;
  }

  /** A moment, kept as milliseconds since 1970. */
  public Instant time(String column) throws SQLException {
    return Instant.ofEpochMilli(result.getLong(column));
  }

  /** A moment, or nothing where the column is empty. */
  public Optional<Instant> maybeTime(String column) throws SQLException {
    return maybeNumber(column).map(Instant::ofEpochMilli);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database to the newest shape: the numbered scripts run once each, in order, and the
 * database remembers in {@code user_version} how many it has seen.
 */
final class Schema {

  private static final List<String> SCRIPTS =
      List.of(
          "0001-world.sql",
          "0002-people.sql",
          "0003-media.sql",
          "0004-client-kind.sql",
          "0005-friends.sql",
          "0006-recall.sql");

  private Schema() {}

  /** Runs what has not run yet. A database from a newer version of the program is refused. */
  static void migrate(Sql sql) throws SQLException {
    int version = sql.one("PRAGMA user_version", row -> row.count("user_version")).orElse(0);
    if (version > SCRIPTS.size()) {
      throw new SQLException("the data is of version " + version + ", newer than this program");
    }
    for (int next = version; next < SCRIPTS.size(); next++) {
      String script = read(SCRIPTS.get(next));
      sql.execute("BEGIN;\n" + script + "\nPRAGMA user_version = " + (next + 1) + ";\nCOMMIT;");
    }
  }

  private static String read(String name) {
    try (@Nullable InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not in the program: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }
}

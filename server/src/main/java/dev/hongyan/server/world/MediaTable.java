// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Row;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The SQL of media, of who shows them and who may send them. */
final class MediaTable {

  private static final String COLUMNS =
      "SELECT sha256, md5, size, type, width, height, millis FROM media ";

  private MediaTable() {}

  static void insert(Sql sql, Media media) throws SQLException {
    sql.update(
        """
        INSERT INTO media (sha256, md5, size, type, width, height, millis)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        media.sha256(),
        media.md5(),
        media.size(),
        media.contentType(),
        media.width(),
        media.height(),
        media.length().toMillis());
  }

  static boolean has(Sql sql, String sha256) throws SQLException {
    return sql.any("SELECT 1 FROM media WHERE sha256 = ?", sha256);
  }

  static Optional<Media> find(Sql sql, String md5, long size) throws SQLException {
    return sql.one(COLUMNS + "WHERE md5 = ? AND size = ?", MediaTable::media, md5, size);
  }

  static long bytes(Sql sql) throws SQLException {
    return sql.one("SELECT SUM(size) AS size FROM media", row -> row.number("size")).orElse(0L);
  }

  static void showIn(Sql sql, Media media, MessageId message) throws SQLException {
    sql.update(
        "INSERT INTO message_media (sha256, message) VALUES (?, ?) ON CONFLICT DO NOTHING",
        media.sha256(),
        message.value());
  }

  static long insertUpload(Sql sql, AccountId account, Media media, String name, Instant time)
      throws SQLException {
    return sql.insert(
        "INSERT INTO upload (account, sha256, name, time) VALUES (?, ?, ?, ?)",
        account.value(),
        media.sha256(),
        name,
        time);
  }

  static Optional<Attachment> upload(Sql sql, AccountId account, long number) throws SQLException {
    return sql.one(
        """
        SELECT media.sha256 AS sha256, md5, size, type, width, height, millis, name
        FROM upload JOIN media ON media.sha256 = upload.sha256
        WHERE upload.number = ? AND upload.account = ?
        """,
        row -> new Attachment(media(row), row.text("name")),
        number,
        account.value());
  }

  /** Forgets uploads from before this, and all media that then nothing names. */
  static void forgetUnused(Sql sql, Instant before) throws SQLException {
    sql.update("DELETE FROM upload WHERE time < ?", before);
    sql.update(
        """
        DELETE FROM media WHERE sha256 NOT IN (SELECT sha256 FROM upload)
          AND sha256 NOT IN (SELECT sha256 FROM message_media)
        """);
  }

  static Set<String> names(Sql sql) throws SQLException {
    return new HashSet<>(sql.all("SELECT sha256 FROM media", row -> row.text("sha256")));
  }

  private static Media media(Row row) throws SQLException {
    return new Media(
        row.text("sha256"),
        row.text("md5"),
        row.number("size"),
        row.text("type"),
        row.count("width"),
        row.count("height"),
        Duration.ofMillis(row.number("millis")));
  }
}

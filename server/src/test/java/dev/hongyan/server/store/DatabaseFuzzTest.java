// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a crash or a broken disk makes of the world's file: it opens, or is refused as what it
 * is, and either way nothing holds it afterwards. A broken log beside it costs nothing that was in
 * the file already.
 */
class DatabaseFuzzTest {

  @TempDir private Path folder;

  /** The head of a log as SQLite writes it, and what is none. */
  static Stream<byte[]> logs() {
    byte[] head =
        HexFormat.of()
            .parseHex("377f0682002de2180000100000000000" + "0102030405060708" + "00".repeat(8));
    return Stream.of(new byte[0], head, Arrays.copyOf(head, 5000), "no log".getBytes(UTF_8));
  }

  @MethodSource("logs")
  @FuzzTest(maxDuration = "60s")
  void besideALog(byte @Nullable [] log) throws IOException {
    Path file = folder.resolve("world.db");
    Database.at(file).close();
    Files.write(folder.resolve("world.db-wal"), log == null ? new byte[0] : log);

    try (Database database = Database.at(file)) {
      assertThat(database.<Integer>read(DatabaseFuzzTest::tables)).isPositive();
    }
  }

  static Stream<byte[]> files() {
    return Stream.of(
        new byte[0],
        "a letter to somebody".getBytes(UTF_8),
        Arrays.copyOf(
            "SQLite format 3\\0\\020\\0\\001\\001\\0".translateEscapes().getBytes(UTF_8), 4096));
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "60s")
  void asAWholeFile(byte @Nullable [] bytes) throws IOException {
    Path file = folder.resolve("world.db");
    for (String ending : new String[] {"", "-wal", "-shm"}) {
      Files.deleteIfExists(folder.resolve("world.db" + ending));
    }
    Files.write(file, bytes == null ? new byte[0] : bytes);

    open(file);
    Files.delete(file);
    open(file);
  }

  private static void open(Path file) {
    try (Database database = Database.at(file)) {
      assertThat(database.<Integer>read(DatabaseFuzzTest::tables)).isPositive();
    } catch (StoreException e) {
      assertThat(e.getMessage()).doesNotContain("another server");
    }
  }

  private static int tables(Sql sql) throws java.sql.SQLException {
    return sql.one("SELECT count(*) AS n FROM sqlite_schema", row -> row.count("n")).orElse(0);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a crash or a broken disk leaves in a log: records before the damage are there, the log
 * goes on behind it, and a file that is no log of ours is refused and left as it is.
 */
class RecordLogFuzzTest {

  private static final List<byte[]> KEPT = List.of(utf8("one"), new byte[0], utf8("鸿雁"));

  @TempDir private Path folder;

  /** Torn, wounded, lying, and whole. */
  static Stream<byte[]> damages() {
    byte[] record = Records.record(utf8("four"));
    byte[] wounded = record.clone();
    wounded[record.length - 1]++;
    ByteBuffer endless = ByteBuffer.wrap(record.clone()).putInt(4, Integer.MAX_VALUE);
    return Stream.of(
        new byte[0],
        Arrays.copyOf(record, 6),
        Arrays.copyOf(record, record.length - 1),
        endless.array(),
        wounded,
        join(wounded, record),
        join(record, Records.header(LogKind.INBOX)));
  }

  @MethodSource("damages")
  @FuzzTest(maxDuration = "60s")
  void behindRecords(byte @Nullable [] damage) throws IOException {
    Path file = folder.resolve("log");
    Files.write(file, join(Records.file(LogKind.INBOX, KEPT), given(damage)));

    List<byte[]> found = new ArrayList<>();
    try (RecordLog log = RecordLog.open(file, LogKind.INBOX, found::add)) {
      log.append(utf8("next"));
    }

    assertThat(texts(found)).startsWith("one", "", "鸿雁");
    found.add(utf8("next"));
    assertThat(texts(readBy(file))).isEqualTo(texts(found));
  }

  static Stream<byte[]> files() {
    return Stream.concat(
        Stream.of(utf8("a letter to somebody"), Records.header(LogKind.OUTBOX)),
        damages().map(damage -> join(Records.file(LogKind.INBOX, KEPT), damage)));
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "60s")
  void asAWholeFile(byte @Nullable [] bytes) throws IOException {
    Path file = folder.resolve("log");
    Files.write(file, given(bytes));
    List<byte[]> opened = new ArrayList<>();

    try {
      List<byte[]> read = readBy(file);
      RecordLog.open(file, LogKind.INBOX, opened::add).close();
      assertThat(texts(opened)).isEqualTo(texts(read));
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining(file.toString());
      assertThat(file).hasBinaryContent(given(bytes));
    }
  }

  private static List<byte[]> readBy(Path file) {
    List<byte[]> found = new ArrayList<>();
    RecordLog.read(file, LogKind.INBOX, found::add);
    return found;
  }

  private static List<String> texts(List<byte[]> payloads) {
    return payloads.stream().map(payload -> new String(payload, UTF_8)).toList();
  }

  private static byte[] given(byte @Nullable [] bytes) {
    return bytes == null ? new byte[0] : bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RecordLogTest {

  private static final List<String> TEXTS = List.of("one", "", "鸿雁", "x".repeat(100), "five");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("log");
  }

  @Test
  void readsBackWhatWasAdded() {
    write(TEXTS);

    assertThat(read()).isEqualTo(TEXTS);
  }

  @Test
  void goesOnBehindWhatIsThere() {
    write(List.of("a"));
    write(List.of("b"));

    assertThat(read()).containsExactly("a", "b");
  }

  @Test
  void cutAtAnyByteKeepsEveryWholeRecordAndGoesOn() throws IOException {
    List<Integer> ends = writeNotingEnds(TEXTS);
    byte[] whole = Files.readAllBytes(file);

    for (int cut = 0; cut <= whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      int length = cut;
      long kept = ends.stream().filter(end -> end <= length).count();
      List<String> expected = new ArrayList<>(TEXTS.subList(0, Math.toIntExact(kept)));
      expected.add("next");

      write(List.of("next"));

      assertThat(read()).as("cut at %d", cut).isEqualTo(expected);
    }
  }

  @Test
  void aFlippedByteCostsOneRecordAtMost() throws IOException {
    write(TEXTS);
    byte[] whole = Files.readAllBytes(file);

    for (int at = Records.HEADER_LENGTH; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x40;
      Files.write(file, damaged);

      assertThat(read()).as("flipped at %d", at).hasSize(TEXTS.size() - 1).isSubsetOf(TEXTS);
    }
  }

  @Test
  void aTornRecordWithARecordInItsTextIsNotRead() throws IOException {
    byte[] forged = Records.record("forged".getBytes(UTF_8));
    write(List.of("before", "text " + new String(forged, UTF_8) + " more"));
    byte[] whole = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(whole, whole.length - 1));

    assertThat(read()).containsExactly("before");
  }

  @Test
  void compactsToWhatItIsGiven() {
    try (RecordLog log = open(new ArrayList<>())) {
      TEXTS.forEach(text -> log.append(text.getBytes(UTF_8)));
      log.compact(List.of("short".getBytes(UTF_8)));
      log.append("after".getBytes(UTF_8));
    }

    assertThat(read()).containsExactly("short", "after");
  }

  @Test
  void aCompactionThatEndedBeforeTheRenameHasNotHappened() throws IOException {
    write(TEXTS);
    byte[] next = Records.file(LogKind.INBOX, List.of("compacted".getBytes(UTF_8)));

    for (int cut = 0; cut <= next.length; cut++) {
      Files.write(folder.resolve("log.new"), Arrays.copyOf(next, cut));

      assertThat(read()).as("ended after %d bytes", cut).isEqualTo(TEXTS);
    }
    assertThat(folder.resolve("log.new")).doesNotExist();
  }

  @Test
  void refusesForeignFilesAndOtherVersions() throws IOException {
    Files.writeString(file, "something else entirely, for example a letter");
    assertThatIllegalStateException().isThrownBy(this::read).withMessageContaining("log");

    Files.write(file, Records.header(LogKind.OUTBOX));
    assertThatIllegalStateException().isThrownBy(this::read);

    byte[] newer = Records.header(LogKind.INBOX);
    newer[Records.HEADER_LENGTH - 1] = 9;
    Files.write(file, newer);
    assertThatIllegalStateException().isThrownBy(this::read).withMessageContaining("version 9");
  }

  // Found by fuzzing: a whole record of another version ended the start with whatever exception
  // its first wrong byte led to; one that announced a text of 2 GiB, or a list of two milliards,
  // with an OutOfMemoryError.
  @Test
  void refusesARecordOfAnotherVersionAndLeavesItThere() throws IOException {
    byte[] later = new PayloadWriter(8).text("id").text("secret reason").payload();
    byte[] text = new PayloadWriter(1).number(Long.MAX_VALUE).payload();
    byte[] list = new PayloadWriter(9).text("id").number(7).number(Integer.MAX_VALUE).payload();
    for (byte[] payload : List.of(later, text, list, new byte[0])) {
      byte[] bytes = Records.file(LogKind.OUTBOX, List.of(payload));
      Files.write(file, bytes);

      assertThatIllegalStateException()
          .isThrownBy(() -> new FileOutbox(file))
          .withMessage(file + " holds a record that this Hongyan cannot read")
          .withNoCause();
      assertThat(file).hasBinaryContent(bytes);
    }
  }

  @Test
  void onlyTheOwnerMayRead() throws IOException {
    write(TEXTS);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void anInterruptedThreadWritesAllTheSame() {
    try (RecordLog log = open(new ArrayList<>())) {
      Thread.currentThread().interrupt();
      log.appendForced("first".getBytes(UTF_8));
      log.compact(List.of("first".getBytes(UTF_8)));
      log.append("second".getBytes(UTF_8));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(read()).containsExactly("first", "second");
  }

  private void write(List<String> texts) {
    writeNotingEnds(texts);
  }

  private List<Integer> writeNotingEnds(List<String> texts) {
    List<Integer> ends = new ArrayList<>();
    try (RecordLog log = open(new ArrayList<>())) {
      for (String text : texts) {
        log.append(text.getBytes(UTF_8));
        ends.add(Math.toIntExact(log.size()));
      }
    }
    return ends;
  }

  private List<String> read() {
    List<String> texts = new ArrayList<>();
    open(texts).close();
    return texts;
  }

  private RecordLog open(List<String> texts) {
    return RecordLog.open(file, LogKind.INBOX, payload -> texts.add(new String(payload, UTF_8)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a record says whose checksum is right: it is read, or the file is refused by its name
 * and left as it is. Another version may have written it, or a broken memory.
 */
class RecordFuzzTest {

  @TempDir private Path folder;

  static Stream<byte[]> inboxes() {
    Position position = new Position("s", "k");
    return Stream.of(
        new PayloadWriter(2)
            .text(position.session())
            .text(position.keys())
            .list(List.of("1", "2"), (out, id) -> out.text(id).text("@c").text("{}"))
            .payload(),
        new PayloadWriter(5).list(List.of("1"), PayloadWriter::text).payload(),
        new PayloadWriter(5).number(Integer.MAX_VALUE).payload(),
        new PayloadWriter(6).number(7).payload(),
        new PayloadWriter(4).text("1").payload(),
        new byte[0]);
  }

  @MethodSource("inboxes")
  @FuzzTest(maxDuration = "60s")
  void ofAnInbox(byte @Nullable [] payload) throws IOException {
    Path file = file(LogKind.INBOX, payload);

    opened(file, () -> new FileInbox(file))
        .ifPresent(inbox -> {
          assertThat(inbox.pending())
              .allMatch(pending -> inbox.find(pending.arrival().id()).isPresent());
          inbox.close();
        });
  }

  static Stream<byte[]> outboxes() {
    return Stream.of(
        new PayloadWriter(1).text("1").text("s").text("@c").text("words").number(5).payload(),
        new PayloadWriter(6)
            .text("1")
            .text("s")
            .text("@c")
            .text("VIDEO")
            .text("/a")
            .number(9)
            .text("md5")
            .number(5)
            .payload(),
        new PayloadWriter(2).text("1").number(900).payload(),
        new PayloadWriter(3).text("1").number(1205).text("no").payload(),
        new PayloadWriter(8).text("1").text("FILE_CHANGED").payload(),
        new PayloadWriter(8).text("1").text("REASON_OF_A_LATER_VERSION").payload(),
        new PayloadWriter(1).number(Long.MAX_VALUE).payload(),
        new PayloadWriter(9)
            .text("1")
            .number(7)
            .list(List.of(1L, 2L), PayloadWriter::number)
            .text("m")
            .payload());
  }

  @MethodSource("outboxes")
  @FuzzTest(maxDuration = "60s")
  void ofAnOutbox(byte @Nullable [] payload) throws IOException {
    Path file = file(LogKind.OUTBOX, payload);

    opened(file, () -> new FileOutbox(file))
        .ifPresent(outbox -> {
          assertThat(outbox.unsettled()).allMatch(one -> outbox.outcome(one.clientId()).isEmpty());
          outbox.close();
        });
  }

  static Stream<byte[]> sessions() {
    return Stream.of(
        new PayloadWriter(3)
            .text("42")
            .text("WEB")
            .number(1)
            .text("http")
            .text("127.0.0.1:7600")
            .text("")
            .number(7)
            .text("sid")
            .text("skey")
            .text("ticket")
            .text("@self")
            .text("林")
            .list(
                List.of("wxsid"),
                (out, name) ->
                    out.text("h").text(name).text("v").text("").text("/").number(9).number(1))
            .list(List.of("@@room"), PayloadWriter::text)
            .text("OPEN")
            .payload());
  }

  /** What was read is saved and read again as itself. */
  @MethodSource("sessions")
  @FuzzTest(maxDuration = "60s")
  void ofASession(byte @Nullable [] payload) throws IOException {
    Path file = file(LogKind.SESSION, payload);
    FileSessionStore store = new FileSessionStore(file);

    Optional<SavedSession> saved = opened(file, store::load).flatMap(found -> found);

    saved.ifPresent(store::save);
    saved.ifPresent(session -> assertThat(store.load()).contains(session));
  }

  static Stream<byte[]> identities() {
    return Stream.of(
        new PayloadWriter(1)
            .text("id")
            .text("s")
            .text("@u")
            .number(1_000_000)
            .text("PERSON")
            .number(0)
            .text("")
            .text("")
            .text("")
            .text("nick")
            .text("")
            .number(1)
            .number(2)
            .number(3)
            .text("")
            .text("")
            .text("")
            .number(0)
            .list(List.of("room", "other"), PayloadWriter::text)
            .payload(),
        new PayloadWriter(2).text("id").text("other").payload());
  }

  @MethodSource("identities")
  @FuzzTest(maxDuration = "60s")
  void ofIdentities(byte @Nullable [] payload) throws IOException {
    Path file = file(LogKind.IDENTITIES, payload);

    opened(file, () -> new FileIdentityStore(file))
        .ifPresent(store -> {
          assertThat(store.all()).isEqualTo(FileIdentityStore.snapshot(file).all());
          store.close();
        });
  }

  private Path file(LogKind kind, byte @Nullable [] payload) throws IOException {
    byte[] given = payload == null ? new byte[0] : payload;
    return Files.write(folder.resolve("log"), Records.file(kind, List.of(given)));
  }

  private static <T> Optional<T> opened(Path file, Supplier<T> opening) throws IOException {
    byte[] before = Files.readAllBytes(file);
    try {
      return Optional.of(opening.get());
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining(file.toString());
      assertThat(file).hasBinaryContent(before);
      return Optional.empty();
    }
  }
}

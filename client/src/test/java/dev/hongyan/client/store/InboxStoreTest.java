// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.message.SendOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class InboxStoreTest {

  private static final Position START = new Position("s1", "k0");

  @TempDir private Path folder;

  /** Each kind of store, as something that can be closed and opened again. */
  enum Kind {
    MEMORY,
    FILES;

    Supplier<Mailbox> reopening(Path folder) {
      AccountStore store = this == MEMORY ? AccountStore.inMemory() : AccountStore.folder(folder);
      return store::open;
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsMessagesInOrderUntilTheyAreDone(Kind kind) {
    Supplier<Mailbox> store = kind.reopening(folder);
    try (Mailbox mailbox = store.get()) {
      mailbox.inbox().start(START);
      mailbox.inbox().append(List.of(message("1"), message("2")), at("k1"));
      mailbox.inbox().append(List.of(message("3")), at("k2"));
      mailbox.inbox().begin("2");
      mailbox.inbox().done("2");
    }

    try (Mailbox mailbox = store.get()) {
      assertThat(mailbox.inbox().pending()).containsExactly(untouched("1"), untouched("3"));
      assertThat(mailbox.inbox().position()).contains(at("k2"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void marksWhatAHandlerHadBegunWith(Kind kind) {
    Supplier<Mailbox> store = kind.reopening(folder);
    try (Mailbox mailbox = store.get()) {
      mailbox.inbox().append(List.of(message("1"), message("2")), at("k1"));
      mailbox.inbox().begin("1");
    }

    try (Mailbox mailbox = store.get()) {
      assertThat(mailbox.inbox().pending())
          .containsExactly(new Pending(message("1"), true), untouched("2"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void dropsWhatCameBeforeEvenAcrossARestart(Kind kind) {
    Supplier<Mailbox> store = kind.reopening(folder);
    try (Mailbox mailbox = store.get()) {
      mailbox.inbox().append(List.of(message("1"), message("2"), message("2")), at("k1"));
      mailbox.inbox().done("1");
    }

    try (Mailbox mailbox = store.get()) {
      List<Arrival> again = List.of(message("1"), message("2"), message("3"));

      assertThat(mailbox.inbox().append(again, at("k2"))).containsExactly(message("3"));
      assertThat(mailbox.inbox().pending()).containsExactly(untouched("2"), untouched("3"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheLastMessagesForThoseWhoAskWhatTheySaid(Kind kind) {
    Supplier<Mailbox> store = kind.reopening(folder);
    List<Arrival> many =
        IntStream.rangeClosed(0, InboxStore.KEPT_MESSAGES).mapToObj(i -> message("" + i)).toList();
    try (Mailbox mailbox = store.get()) {
      InboxStore inbox = mailbox.inbox();
      inbox.append(many, at("k1"));
      assertThat(inbox.find("0")).contains(message("0"));
      many.forEach(message -> inbox.done(message.id()));
      for (int i = 0; i < 50; i++) { // makes the log long enough to be written anew
        inbox.append(List.of(), at("k".repeat(100_000) + i));
      }
    }

    try (Mailbox mailbox = store.get()) {
      assertThat(mailbox.inbox().find("0")).isEmpty();
      assertThat(many.subList(1, many.size()))
          .allSatisfy(each -> assertThat(mailbox.inbox().find(each.id())).contains(each));
      assertThat(mailbox.inbox().pending()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void remembersAsManyIdsAsItSays(Kind kind) {
    Supplier<Mailbox> store = kind.reopening(folder);
    List<Arrival> many =
        IntStream.range(0, InboxStore.REMEMBERED_IDS).mapToObj(i -> message("" + i)).toList();
    try (Mailbox mailbox = store.get()) {
      mailbox.inbox().append(many, at("k1"));
      many.forEach(message -> mailbox.inbox().done(message.id()));

      assertThat(mailbox.inbox().append(many, at("k2"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewSessionKeepsWhatIsPending(Kind kind) {
    try (Mailbox mailbox = kind.reopening(folder).get()) {
      mailbox.inbox().append(List.of(message("1")), at("k1"));

      mailbox.inbox().start(new Position("s2", "first"));

      assertThat(mailbox.inbox().pending()).containsExactly(untouched("1"));
      assertThat(mailbox.inbox().position()).contains(new Position("s2", "first"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatIsPendingFromAnotherAccount(Kind kind) {
    Supplier<Mailbox> store = kind.reopening(folder);
    try (Mailbox mailbox = store.get()) {
      assertThat(mailbox.claim(1)).isTrue();
      mailbox.inbox().append(List.of(message("1")), at("k1"));
    }

    try (Mailbox mailbox = store.get()) {
      assertThat(mailbox.claim(2)).isFalse();
      assertThat(mailbox.inbox().account()).hasValue(1);
      assertThat(mailbox.inbox().pending()).containsExactly(untouched("1"));
      assertThat(mailbox.claim(1)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatIsBeingSentFromAnotherAccount(Kind kind) {
    try (Mailbox mailbox = kind.reopening(folder).get()) {
      assertThat(mailbox.claim(1)).isTrue();
      mailbox
          .outbox()
          .add(new Outgoing("17", "s1", "@chat", new OutgoingContent.Words("text"), Instant.EPOCH));

      assertThat(mailbox.claim(2)).isFalse();
      mailbox.outbox().settle("17", new SendOutcome.Unknown());
      assertThat(mailbox.claim(2)).isTrue();
    }
  }

  /** Two accounts in one room may see a message under one id, and answer it under one id. */
  @ParameterizedTest
  @EnumSource
  void remembersNothingOfAnotherAccount(Kind kind) {
    Supplier<Mailbox> store = kind.reopening(folder);
    try (Mailbox mailbox = store.get()) {
      assertThat(mailbox.claim(1)).isTrue();
      mailbox.inbox().append(List.of(message("1")), at("k1"));
      mailbox.inbox().done("1");
      mailbox.outbox().settle("17", new SendOutcome.Unknown());
      assertThat(mailbox.claim(2)).isTrue();
    }

    try (Mailbox mailbox = store.get()) {
      assertThat(mailbox.inbox().account()).hasValue(2);
      assertThat(mailbox.outbox().outcome("17")).isEmpty();
      assertThat(mailbox.inbox().append(List.of(message("1")), at("k2"))).hasSize(1);
    }
  }

  @Test
  void cutAtAnyByteItIsAsItWasAfterTheLastWholeStep() throws IOException {
    Path file = folder.resolve("inbox");
    List<Step> steps = new ArrayList<>();
    try (FileInbox inbox = new FileInbox(file)) {
      steps.add(Step.of(inbox, file));
      for (Runnable change : changes(inbox)) {
        change.run();
        steps.add(Step.of(inbox, file));
      }
    }
    byte[] whole = Files.readAllBytes(file);

    for (int cut = 0; cut <= whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      long length = cut;
      Step last = steps.stream().filter(s -> s.size <= length).reduce(steps.get(0), (_, b) -> b);

      try (FileInbox inbox = new FileInbox(file)) {
        assertThat(inbox.pending()).as("cut at %d", cut).isEqualTo(last.pending);
        assertThat(inbox.position()).as("cut at %d", cut).isEqualTo(last.position);
      }
    }
  }

  @Test
  void compactionKeepsAllThatCounts() throws IOException {
    Path file = folder.resolve("inbox");
    String long1 = "x".repeat(500_000);
    try (FileInbox inbox = new FileInbox(file)) {
      inbox.belongTo(4);
      inbox.start(START);
      inbox.append(List.of(message("begun"), message("waiting")), at("k1"));
      inbox.begin("begun");
      for (int i = 0; i < 30; i++) {
        inbox.append(List.of(new Arrival("big" + i, "c", long1)), at("key" + i));
        inbox.done("big" + i);
      }
    }

    assertThat(Files.size(file)).isLessThan(9L << 20);
    try (FileInbox inbox = new FileInbox(file)) {
      assertThat(inbox.pending())
          .containsExactly(new Pending(message("begun"), true), untouched("waiting"));
      assertThat(inbox.position()).contains(at("key29"));
      assertThat(inbox.account()).hasValue(4);
      assertThat(inbox.append(List.of(message("big3"), message("waiting")), at("k"))).isEmpty();
    }
  }

  private static List<Runnable> changes(FileInbox inbox) {
    return List.of(
        () -> inbox.start(START),
        () -> inbox.append(List.of(message("1"), message("2")), at("k1")),
        () -> inbox.begin("1"),
        () -> inbox.append(List.of(), at("k2")),
        () -> inbox.done("1"),
        () -> inbox.append(List.of(message("2"), message("3")), at("k3")),
        () -> inbox.begin("3"));
  }

  private static Arrival message(String id) {
    return new Arrival(id, "chat", "text of " + id);
  }

  private static Pending untouched(String id) {
    return new Pending(message(id), false);
  }

  private static Position at(String key) {
    return new Position("s1", key);
  }

  private record Step(long size, List<Pending> pending, Optional<Position> position) {
    static Step of(FileInbox inbox, Path file) throws IOException {
      return new Step(Files.size(file), inbox.pending(), inbox.position());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.message.FileKind;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.message.SendOutcome.NotSent;
import dev.hongyan.client.message.SendOutcome.NotSent.Reason;
import dev.hongyan.client.message.SendOutcome.Refused;
import dev.hongyan.client.message.SendOutcome.Sent;
import dev.hongyan.client.message.SendOutcome.Unknown;
import dev.hongyan.client.store.OutgoingContent.Attachment;
import dev.hongyan.client.store.OutgoingContent.Forwarded;
import dev.hongyan.client.store.OutgoingContent.Words;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OutboxStoreTest {

  @TempDir private Path folder;

  @Test
  void remembersOutcomesAndWhatHasNone() {
    try (Mailbox mailbox = AccountStore.folder(folder).open()) {
      OutboxStore outbox = mailbox.outbox();
      List.of("1", "2", "3", "4").forEach(id -> outbox.add(message(id)));
      outbox.settle("1", new Sent(new MessageId(900)));
      outbox.settle("2", new Refused(Retcode.NO_ACCESS, "no access"));
      outbox.settle("3", new Unknown());
    }

    try (Mailbox mailbox = AccountStore.folder(folder).open()) {
      OutboxStore outbox = mailbox.outbox();
      assertThat(outbox.unsettled()).containsExactly(message("4"));
      assertThat(outbox.outcome("1")).contains(new Sent(new MessageId(900)));
      assertThat(outbox.outcome("2")).contains(new Refused(Retcode.NO_ACCESS, "no access"));
      assertThat(outbox.outcome("3")).contains(new Unknown());
      assertThat(outbox.outcome("4")).isEmpty();
    }
  }

  @Test
  void remembersEachKindOfContentAndOfOutcome() {
    List<OutgoingContent> contents =
        List.of(
            new Words("文本"),
            new Attachment(FileKind.VIDEO, Path.of("/tmp/a 片.mp4"), 5L << 32, "0".repeat(32)),
            new Forwarded("{\"MsgId\":1}"));
    List<Outgoing> messages =
        contents.stream()
            .map(content -> new Outgoing("" + content, "s", "@c", content, Instant.EPOCH))
            .toList();
    try (Mailbox mailbox = AccountStore.folder(folder).open()) {
      messages.forEach(mailbox.outbox()::add);
      for (Reason reason : Reason.values()) {
        mailbox.outbox().settle(reason.name(), new NotSent(reason));
      }
    }

    try (Mailbox mailbox = AccountStore.folder(folder).open()) {
      assertThat(mailbox.outbox().unsettled()).containsExactlyElementsOf(messages);
      assertThat(Reason.values())
          .allMatch(reason ->
              mailbox.outbox().outcome(reason.name()).equals(Optional.of(new NotSent(reason))));
    }
  }

  @Test
  void anUnknownOutcomeCanBeTriedAgainUnderTheSameId() {
    try (Mailbox mailbox = AccountStore.inMemory().open()) {
      OutboxStore outbox = mailbox.outbox();
      outbox.add(message("1"));
      outbox.settle("1", new Unknown());

      outbox.add(message("1"));

      assertThat(outbox.outcome("1")).isEmpty();
      assertThat(outbox.unsettled()).containsExactly(message("1"));
    }
  }

  @Test
  void forgetsTheOldestOutcomes() {
    OutboxStore outbox = new MemoryOutbox();
    SendOutcome sent = new Sent(new MessageId(900));

    for (int i = 0; i <= OutboxStore.REMEMBERED_OUTCOMES; i++) {
      outbox.settle("id" + i, sent);
    }

    assertThat(outbox.outcome("id0")).isEmpty();
    assertThat(outbox.outcome("id1")).contains(sent);
  }

  private static Outgoing message(String id) {
    Instant since = Instant.parse("2026-01-02T03:04:05.678Z");
    return new Outgoing(id, "s1", "@chat", new Words("text of " + id), since);
  }

  @Test
  void remembersHowFarAnUploadIs() {
    Outgoing message = file("1", "a".repeat(32));
    UploadMark mark = new UploadMark(1_700_000_000_000L, Set.of(0, 2), "").with(5);
    try (Mailbox mailbox = AccountStore.folder(folder).open()) {
      mailbox.outbox().add(message);
      mailbox.outbox().mark("1", UploadMark.of(3));
      mailbox.outbox().mark("1", mark);
      mailbox.outbox().mark("2", mark);
    }

    try (Mailbox mailbox = AccountStore.folder(folder).open()) {
      OutboxStore outbox = mailbox.outbox();
      assertThat(outbox.upload("1")).contains(mark);
      assertThat(outbox.upload("2")).as("there is no such message").isEmpty();
      outbox.add(message);
      assertThat(outbox.upload("1")).as("the same again").contains(mark);
      outbox.mark("1", mark.complete("@crypt"));
      outbox.settle("1", new Unknown());
      assertThat(outbox.upload("1")).as("it is over").isEmpty();
    }
  }

  @Test
  void ofAnotherFileNothingIsUploaded() {
    try (Mailbox mailbox = AccountStore.inMemory().open()) {
      OutboxStore outbox = mailbox.outbox();
      outbox.add(file("1", "a".repeat(32)));
      outbox.mark("1", UploadMark.of(3).with(0));

      outbox.add(file("1", "b".repeat(32)));

      assertThat(outbox.upload("1")).isEmpty();
    }
  }

  @Test
  void marksSurviveTheCompaction() {
    UploadMark mark = UploadMark.of(7).with(0).complete("@crypt");
    try (Mailbox mailbox = AccountStore.folder(folder).open()) {
      OutboxStore outbox = mailbox.outbox();
      outbox.add(file("1", "a".repeat(32)));
      outbox.mark("1", mark);
      Words words = new Words("x".repeat(1_000));
      for (int i = 0; i < 10_000; i++) {
        outbox.add(new Outgoing("2", "s", "@c", words, Instant.EPOCH));
        outbox.settle("2", new Unknown());
      }
    }

    assertThat(folder.resolve("outbox").toFile().length()).isLessThan(5 << 20);
    try (Mailbox mailbox = AccountStore.folder(folder).open()) {
      assertThat(mailbox.outbox().upload("1")).contains(mark);
    }
  }

  private static Outgoing file(String id, String md5) {
    Attachment file = new Attachment(FileKind.FILE, Path.of("/tmp/a.bin"), 3 << 20, md5);
    return new Outgoing(id, "s", "@c", file, Instant.EPOCH);
  }
}

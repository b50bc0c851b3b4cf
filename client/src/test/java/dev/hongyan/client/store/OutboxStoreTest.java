// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.message.SendOutcome.Refused;
import dev.hongyan.client.message.SendOutcome.Sent;
import dev.hongyan.client.message.SendOutcome.Unknown;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
    return new Outgoing(id, "s1", "@chat", "text of " + id, since);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.time.Task;
import dev.hongyan.time.Time;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed, as by {@code kill -9}: what it has acknowledged is there afterwards. */
@Timeout(300)
class KilledServerIT {

  @Test
  void aSessionGoesOnWhereItWas(@TempDir Path data) throws Exception {
    Browser lin;
    UserName mei;
    MessageId sent;
    try (ServerProcess server = ServerProcess.start(data)) {
      lin = server.browser();
      lin.logIn("lin");
      lin.init();
      mei = lin.nameOf("梅");
      server.write("mei", "lin", "before");
      lin.sync();
      lin.check(); // acknowledges "before"
      sent = lin.send(mei, "an answer", "42").id();
      server.write("mei", "lin", "one");
      server.write("bo", "team", "two");

      server.kill();
    }

    try (ServerProcess again = ServerProcess.start(data)) {
      lin.moveTo(again.path());

      assertThat(lin.check().selector()).isEqualTo(2);
      Sync.Reply news = lin.sync();
      assertThat(texts(news)).hasSize(2).contains("one");
      assertThat(news.messages().getFirst().from()).isEqualTo(mei);
      assertThat(lin.nameOf("梅")).isEqualTo(mei);
      assertThat(lin.init().status().isOk()).isTrue();
      assertThat(lin.send(mei, "an answer", "42").id()).isEqualTo(sent);
      assertThat(again.idsOnPhone("mei")).contains(Long.toString(sent.value())).hasSize(4);
    }
  }

  private static List<String> texts(Sync.Reply news) {
    return news.messages().stream().map(MessageItem::content).toList();
  }

  @Test
  void whatWasAcknowledgedWhileItDiedIsThere(@TempDir Path data) throws Exception {
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    for (int round = 1; round <= 2; round++) {
      try (ServerProcess server = ServerProcess.start(data)) {
        List<Task> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          writers.add(
              Time.system().start("writer-" + i, () -> writeUntilItDies(server, acknowledged)));
        }
        while (acknowledged.size() < 100 * round) {
          Time.system().pause(Duration.ofMillis(5));
        }

        server.kill();

        for (Task writer : writers) {
          assertThat(writer.join(Duration.ofSeconds(45))).isTrue();
        }
      }
    }

    try (ServerProcess again = ServerProcess.start(data)) {
      assertThat(again.idsOnPhone("lin")).containsAll(acknowledged).doesNotHaveDuplicates();
    }
  }

  private static void writeUntilItDies(ServerProcess server, Queue<String> acknowledged) {
    try {
      while (true) {
        acknowledged.add(server.write("mei", "lin", "a line"));
      }
    } catch (UncheckedIOException expected) {
      // It is dead.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

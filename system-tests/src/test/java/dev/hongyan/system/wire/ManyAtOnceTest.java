// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.SamplePeople;
import dev.hongyan.testkit.TestServer;
import dev.hongyan.testkit.TestServerOptions;
import dev.hongyan.time.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many clients at the same moment. */
@Timeout(180)
class ManyAtOnceTest {

  private static final int SENDS = 50;
  private static final int HOLDS = 2_000;

  @Test
  void fiftySendsAtOnceShareCommits(@TempDir Path folder) throws InterruptedException {
    TestServerOptions kept =
        new TestServerOptions(
            TestServerOptions.Reach.MEMORY,
            TestServerOptions.Clock.SYSTEM,
            TestServerOptions.inMemory().server().keptIn(folder),
            Instant.EPOCH,
            1);
    try (TestServer server = TestServer.start(kept)) {
      Browser lin = Browser.of(server, "lin");
      UserName mei = lin.nameOf("梅");
      long before = server.world().commits();

      List<WebReply> replies = sendAtOnce(server, lin, mei);

      assertThat(replies)
          .hasSize(SENDS)
          .allSatisfy(reply -> assertThat(SendText.CALL.reply(reply).status().isOk()).isTrue());
      assertThat(server.person("mei").messages()).hasSize(SENDS);
      assertThat(server.world().commits() - before).isLessThan(SENDS);
    }
  }

  private static List<WebReply> sendAtOnce(TestServer server, Browser lin, UserName mei)
      throws InterruptedException {
    Queue<WebReply> replies = new ConcurrentLinkedQueue<>();
    CountDownLatch go = new CountDownLatch(1);
    List<Task> senders = new ArrayList<>();
    for (int i = 0; i < SENDS; i++) {
      WebRequest request = lin.request(SendText.CALL, lin.sending(mei, "line " + i, "9" + i));
      senders.add(
          server
              .time()
              .start(
                  "sender-" + i,
                  () ->
                      run(() -> {
                        go.await();
                        replies.add(server.path().exchange(request));
                      })));
    }
    go.countDown();
    for (Task sender : senders) {
      assertThat(sender.join(Duration.ofSeconds(30))).isTrue();
    }
    return List.copyOf(replies);
  }

  @Test
  void twoThousandChecksAreHeldAndAnsweredInTheirOrder() throws InterruptedException {
    TestServerOptions crowd =
        TestServerOptions.inMemory().with(o -> o.with(SamplePeople.withFriends(HOLDS + 3)));
    try (TestServer server = TestServer.start(crowd);
        var _ = server.virtualTime().enter()) {
      List<Browser> browsers = new ArrayList<>();
      for (int i = 1; i <= HOLDS; i++) {
        Browser browser = new Browser(server);
        browser.source = "198.51.100." + i % 200;
        browser.logIn("friend-" + i);
        browser.init();
        browsers.add(browser);
      }
      Instant start = server.time().instant();
      Queue<SyncCheck.Reply> replies = new ConcurrentLinkedQueue<>();
      List<Task> checks = new ArrayList<>();
      for (Browser browser : browsers) {
        checks.add(server.time().start("check", () -> run(() -> replies.add(browser.check()))));
      }

      server.elapse(Duration.ofSeconds(5));
      assertThat(server.world().sessions().live()).filteredOn(s -> s.held()).hasSize(HOLDS);
      Person lin = server.person("lin");
      lin.says("hello").to(server.person("friend-7"));
      assertThat(checks.get(6).join(Duration.ofSeconds(1))).isTrue();
      assertThat(replies).containsExactly(new SyncCheck.Reply(Retcode.OK, 2));
      for (Task check : checks) {
        assertThat(check.join(Duration.ofSeconds(30))).isTrue();
      }

      assertThat(replies).hasSize(HOLDS);
      assertThat(replies.stream().filter(reply -> reply.selector() == 0)).hasSize(HOLDS - 1);
      assertThat(server.time().instant()).isEqualTo(start.plusSeconds(25));
    }
  }

  /** Something that may be interrupted, and ends then. */
  private interface Act {
    void run() throws IOException, InterruptedException;
  }

  private static void run(Act act) {
    try {
      act.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

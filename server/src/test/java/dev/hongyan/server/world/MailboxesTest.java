// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.time.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MailboxesTest {

  private static final Duration HOLD = Duration.ofSeconds(25);

  private final Scene scene = new Scene();
  private final Mailboxes mailboxes = scene.world.mailboxes();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void holdWhatCameSinceTheLoginInOrder() throws Exception {
    scene.write(scene.mei, scene.lin.id(), "before");
    Session session = scene.login("lin");
    for (int i = 0; i < 5; i++) {
      scene.write(scene.mei, scene.lin.id(), "m" + i);
    }

    MailPage first = mailboxes.page(session, 0, 3);
    MailPage second = mailboxes.page(session, first.last(), 3);
    MailPage third = mailboxes.page(session, second.last(), 3);

    assertThat(texts(first)).containsExactly("m0", "m1", "m2");
    assertThat(first.more()).isTrue();
    assertThat(first.accounts()).containsOnlyKeys(scene.lin.id(), scene.mei.id());
    assertThat(texts(second)).containsExactly("m3", "m4");
    assertThat(second.more()).isFalse();
    assertThat(third).isEqualTo(new MailPage(List.of(), 5, false, Map.of()));
    assertThat(texts(mailboxes.page(session, 3, 50))).containsExactly("m3", "m4");
  }

  @Test
  void doNotEchoWhatTheSessionSentButWhatThePhoneTyped() throws Exception {
    Session session = scene.login("lin");

    scene.send(scene.lin, scene.mei.id(), "from the web", "1");
    scene.write(scene.lin, scene.mei.id(), "from the phone");

    assertThat(texts(mailboxes.page(session, 0, 50))).containsExactly("from the phone");
  }

  @Test
  void stillTellTheNewestPlaceToACallThatMetTheEndOfItsSession() throws Exception {
    Session session = scene.login("lin");
    scene.write(scene.mei, scene.lin.id(), "hi");

    scene.world.sessions().end(session, EndReason.LOGGED_OUT);

    assertThat(mailboxes.newest(session)).isOne();
  }

  @Test
  void areEmptiedWhenTheirSessionIsForgotten() throws Exception {
    Session session = scene.login("lin");
    scene.write(scene.mei, scene.lin.id(), "hi");
    scene.world.sessions().end(session, EndReason.LOGGED_OUT);
    scene.time.advance(Sessions.REMEMBERED.plusSeconds(1));

    scene.login("mei");

    assertThat(mailboxes.newest(session)).isZero();
  }

  @Test
  void wakeWhoWaitsAtOnceAndNobodyElse() throws Exception {
    Session lin = scene.login("lin");
    Session mei = scene.login("mei");
    AtomicReference<News> linHeard = new AtomicReference<>();
    AtomicReference<News> meiHeard = new AtomicReference<>();
    try (Task linWaits = await(lin, 0, linHeard);
        Task meiWaits = await(mei, 0, meiHeard)) {
      scene.time.advance(Duration.ofSeconds(1));

      scene.write(scene.account("bo"), scene.lin.id(), "hi");
      linWaits.join(Duration.ofSeconds(1));

      assertThat(linHeard).hasValue(new News.Waiting(Mail.Topic.MESSAGE));
      assertThat(meiHeard).hasNullValue();
      scene.time.advance(HOLD);
      meiWaits.join(Duration.ofSeconds(1));
      assertThat(meiHeard).hasValue(new News.Nothing());
    }
  }

  @Test
  void answerAtOnceIfThereIsMailAlready() throws Exception {
    Session session = scene.login("lin");
    scene.write(scene.mei, scene.lin.id(), "hi");

    assertThat(mailboxes.awaitNews(session, 0, HOLD))
        .isEqualTo(new News.Waiting(Mail.Topic.MESSAGE));
    assertThat(mailboxes.awaitNews(session, 1, Duration.ZERO)).isEqualTo(new News.Nothing());
  }

  @Test
  void releaseTheFirstWaitWhenASecondComes() throws Exception {
    Session session = scene.login("lin");
    AtomicReference<News> first = new AtomicReference<>();
    AtomicReference<News> second = new AtomicReference<>();
    try (Task one = await(session, 0, first)) {
      scene.time.advance(Duration.ofSeconds(1));
      try (Task two = await(session, 0, second)) {
        one.join(Duration.ofSeconds(1));
        assertThat(first).hasValue(new News.Nothing());

        scene.write(scene.mei, scene.lin.id(), "hi");
        two.join(Duration.ofSeconds(1));

        assertThat(second).hasValue(new News.Waiting(Mail.Topic.MESSAGE));
      }
    }
  }

  @Test
  void tellWhoWaitsThatTheSessionHasEnded() throws Exception {
    Session session = scene.login("lin");
    AtomicReference<News> heard = new AtomicReference<>();
    try (Task wait = await(session, 0, heard)) {
      scene.time.advance(Duration.ofSeconds(1));

      scene.login("lin");
      wait.join(Duration.ofSeconds(1));

      assertThat(heard).hasValue(new News.Ended(EndReason.REPLACED));
    }
  }

  @Test
  void tellWhoWaitsWhenTheSessionGrowsTooOld() throws Exception {
    scene.world.accounts().set("lin", Map.of("session-end", "after=PT10S,retcode=1102"));
    Session session = scene.login("lin");
    AtomicReference<News> heard = new AtomicReference<>();
    try (Task wait = await(session, 0, heard)) {
      scene.time.advance(Duration.ofSeconds(10));
      wait.join(Duration.ofSeconds(1));

      assertThat(heard).hasValue(new News.Ended(EndReason.RESTRICTED));
    }
  }

  @Test
  void heedASwitchThatIsSetWhileSomebodyWaits() throws Exception {
    Session session = scene.login("lin");
    AtomicReference<News> heard = new AtomicReference<>();
    try (Task wait = await(session, 0, heard)) {
      scene.time.advance(Duration.ofSeconds(5));
      scene.world.accounts().set("lin", Map.of("session-end", "after=PT5S,retcode=1100"));
      wait.join(Duration.ofSeconds(1));

      assertThat(heard).hasValue(new News.Ended(EndReason.EXPIRED));
    }
  }

  @Test
  void announceMessagesBeforeRoomsBeforePeople() throws Exception {
    Session session = scene.login("lin");
    scene.world.accounts().add(NewAccount.official("news", Profile.of("报")));
    AccountId lin = scene.lin.id();
    AccountId news = scene.account("news").id();

    scene.world.contacts().befriend("lin", "news", "");
    assertThat(now(session)).isEqualTo(new News.Waiting(Mail.Topic.ADDRESS_BOOK));
    scene.world.contacts().edit(lin, news, ContactEdit.NONE.remark("晚报"));
    assertThat(now(session)).isEqualTo(new News.Waiting(Mail.Topic.CONTACT));
    scene.world.rooms().edit(lin, scene.team, MemberEdit.NONE.pinned(true));
    assertThat(now(session)).isEqualTo(new News.Waiting(Mail.Topic.CHAT));
    scene.write(scene.mei, scene.team, "来");
    assertThat(now(session)).isEqualTo(new News.Waiting(Mail.Topic.MESSAGE));

    assertThat(mailboxes.page(session, 0, 3).items())
        .containsExactly(
            new Mail.Added(1, news), new Mail.Changed(2, news), new Mail.Changed(3, scene.team));
  }

  @Test
  void tellTheCurrentChatsOnRequest() throws Exception {
    Session session = scene.login("lin");
    scene.write(scene.account("an"), scene.lin.id(), "hi");

    scene.world.chats().tellCurrent(session, 100);

    Mail.ChatsNoticed noticed =
        (Mail.ChatsNoticed) mailboxes.page(session, 1, 50).items().getFirst();
    assertThat(noticed.notice()).isEqualTo(Mail.Notice.CURRENT);
    assertThat(noticed.chats())
        .startsWith(scene.account("an").id(), scene.team)
        .contains(scene.account("filehelper").id(), scene.mei.id())
        .doesNotHaveDuplicates();
    assertThat(scene.world.messages().onPhone(scene.lin.id(), 0, 10)).hasSize(1);
  }

  @Test
  void rememberWhatWasAcknowledged() throws Exception {
    Session session = scene.login("lin");
    scene.write(scene.mei, scene.lin.id(), "hi");

    mailboxes.acknowledge(session, 1);
    Session later = scene.world.sessions().find(session.secrets().sid()).orElseThrow();
    mailboxes.acknowledge(later, 0);

    assertThat(later.acknowledged()).isOne();
    assertThat(scene.world.sessions().find(session.secrets().sid()).orElseThrow().acknowledged())
        .isZero();
  }

  @Test
  void loseNothingWhenManyWriteAndOneReads() throws Exception {
    Session session = scene.login("lin");
    List<Task> writers = new ArrayList<>();
    for (int writer = 0; writer < 10; writer++) {
      Account from = scene.account(List.of("mei", "bo", "an").get(writer % 3));
      writers.add(
          scene.time.start(
              "writer",
              () -> {
                for (int i = 0; i < 20; i++) {
                  scene.write(from, scene.lin.id(), "x");
                }
              }));
    }

    long last = 0;
    List<Mail> got = new ArrayList<>();
    while (got.size() < 200) {
      assertThat(mailboxes.awaitNews(session, last, Duration.ofHours(1)))
          .isInstanceOf(News.Waiting.class);
      MailPage page = mailboxes.page(session, last, 50);
      got.addAll(page.items());
      last = page.last();
    }

    writers.forEach(Task::close);
    assertThat(got).extracting(Mail::seq).doesNotHaveDuplicates().isSorted();
    assertThat(mailboxes.newest(session)).isEqualTo(200);
  }

  private News now(Session session) throws InterruptedException {
    return mailboxes.awaitNews(session, Math.max(0, mailboxes.newest(session) - 1), Duration.ZERO);
  }

  private Task await(Session session, long after, AtomicReference<News> heard) {
    return scene.time.start(
        "wait",
        () -> {
          try {
            heard.set(mailboxes.awaitNews(session, after, HOLD));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static List<String> texts(MailPage page) {
    return page.items().stream()
        .map(item -> ((Mail.Arrived) item).message().content().text())
        .toList();
  }
}

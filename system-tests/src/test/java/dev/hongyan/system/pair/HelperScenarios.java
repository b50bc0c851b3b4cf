// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.store.AccountStore;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.NoteSender;
import dev.hongyan.server.world.Switch;
import dev.hongyan.testkit.TestServer;
import dev.hongyan.time.Randomness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client of the file helper and its owner's phone, however they reach each other. */
abstract class HelperScenarios {

  static WirePair helper(TestServer server, AccountStore store) {
    return WirePair.at(server, store, Profile.fileHelper());
  }

  static WirePair helper(TestServer server) {
    return helper(server, AccountStore.inMemory());
  }

  /** Waits until a text is on somebody's phone, whoever wrote it. */
  static void awaitOnPhone(TestServer server, Person owner, String text)
      throws InterruptedException {
    long after = 0;
    List<Message> page;
    do {
      page =
          server
              .world()
              .messages()
              .awaitOnPhone(owner.account().id(), after, 100, SessionScenarios.PATIENCE);
      assertThat(page).as("until there is " + text).isNotEmpty();
      after = page.getLast().id().value();
    } while (page.stream().noneMatch(message -> message.content().text().equals(text)));
  }

  @Test
  void aLargeFileGoesUpSideBySideOnABadRoad(TestServer server, @TempDir Path folder)
      throws Exception {
    Person lin = server.person("lin");
    byte[] large = Randomness.seeded(9).bytes(26 << 20);
    Path file = Files.write(folder.resolve("large.bin"), large);
    try (WirePair pair = helper(server).online("lin")) {
      pair.road().loses(0.1);

      assertThat(pair.client().phone().send(file)).isInstanceOf(SendOutcome.Sent.class);
    }
    assertThat(lin.messages()).hasSize(1);
    assertThat(lin.opens(lin.messages().getFirst())).isEqualTo(large);
    assertThat(server.requests().count("webwxuploadmediaparallel")).isGreaterThanOrEqualTo(52);
    assertThat(server.requests().count("webwxuploadmedia")).isZero();
    assertThat(server.violations().list()).isEmpty();
  }

  /**
   * The answer with the id was lost, and the chunk that came again was taken for another upload's:
   * the client had all chunks acknowledged and no id, and asked anew.
   */
  @Test
  void sideBySideNoChunkGoesAgainButTheOneWhoseAnswerIsLost(TestServer server, @TempDir Path folder)
      throws Exception {
    Person lin = server.person("lin");
    byte[] large = Randomness.seeded(10).bytes(26 << 20);
    Path file = Files.write(folder.resolve("large.bin"), large);
    try (WirePair pair = helper(server).online("lin")) {
      pair.road().losesNext(HelperScenarios::endsAnUpload);

      assertThat(pair.client().phone().send(file)).isInstanceOf(SendOutcome.Sent.class);
    }
    assertThat(lin.messages()).hasSize(1);
    assertThat(lin.opens(lin.messages().getFirst())).isEqualTo(large);
    assertThat(server.requests().count("webwxuploadmediaparallel")).isEqualTo(52 + 1);
    assertThat(server.requests().count("webwxcheckupload")).isEqualTo(1);
    assertThat(server.world().uploads().announced()).isZero();
    assertThat(server.violations().list()).isEmpty();
  }

  /** Whether this is the answer to the chunk that makes a file whole: it has the file's id. */
  static boolean endsAnUpload(WebReply reply) {
    return reply.status() == 200 && reply.body().text().contains("\"@crypt_");
  }

  @Test
  void answersItsOwner(TestServer server) throws InterruptedException {
    Person lin = server.person("lin");
    try (WirePair pair = helper(server)) {
      pair.client().onText((chat, text) -> chat.send("you said " + text.content()));
      pair.online("lin");

      lin.says("a < b & \"c\"\n记一下 😀").toFileHelper();
      awaitOnPhone(server, lin, "you said a < b & \"c\"\n记一下 😀");
      assertThat(pair.client().phone().send("done")).isInstanceOf(SendOutcome.Sent.class);
      awaitOnPhone(server, lin, "done");

      assertThat(pair.client().phone().userName()).isEqualTo(UserName.FILE_HELPER);
      assertThat(pair.client().phone().name()).isEqualTo("文件传输助手");
      pair.client().logout();
      assertThat(pair.client().listen()).isEqualTo(new SessionEnd.LoggedOut());
    }
    assertThat(SessionScenarios.texts(lin))
        .containsExactly("a < b & \"c\"\n记一下 😀", "you said a < b & \"c\"\n记一下 😀", "done");
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void makesNoCallThatItsPageDoesNot(TestServer server) throws InterruptedException {
    try (WirePair pair = helper(server).online("lin")) {
      server.person("lin").says("note").toFileHelper();
      pair.client().loadContacts();
      assertThat(pair.client().phone().send("hello")).isInstanceOf(SendOutcome.Sent.class);
    }

    for (String call :
        List.of(
            "webwxstatusnotify", "webwxgetcontact", "webwxbatchgetcontact", "webwxpushloginurl")) {
      assertThat(server.requests().count(call)).as(call).isZero();
    }
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void aLoginOfTheWebClientEndsIt(TestServer server) throws InterruptedException {
    try (WirePair pair = helper(server).online("lin");
        WirePair _ = WirePair.at(server).online("lin")) {
      assertThat(pair.client().listen()).isEqualTo(new SessionEnd.ByServer(Retcode.SESSION_ENDED));
    }
  }

  @Test
  void anEndedSessionTakesAScanAgain(TestServer server) throws InterruptedException {
    AccountStore store = AccountStore.inMemory();
    try (WirePair pair = helper(server, store).online("lin")) {
      assertThat(server.person("lin").phone().endsWebSession()).isTrue();
      assertThat(pair.client().listen()).isEqualTo(new SessionEnd.ByServer(Retcode.SESSION_ENDED));

      assertThat(pair.logIn("lin"))
          .isInstanceOfSatisfying(
              LoginOutcome.LoggedIn.class,
              in -> assertThat(in.way()).isEqualTo(LoginOutcome.Way.SCANNED));
    }
  }

  @Test
  void whoeverSeemsToWriteItIsThePhone(TestServer server) throws InterruptedException {
    Person lin = server.person("lin");
    lin.isTreated(Switch.FILE_HELPER_SENDER, NoteSender.FILEHELPER);
    lin.isTreated(Switch.LOGIN_PAGE_CDATA, true);
    try (WirePair pair = helper(server)) {
      pair.client().onText((chat, text) -> chat.send("heard " + text.content()));
      pair.online("lin");

      lin.says("one").toFileHelper();
      awaitOnPhone(server, lin, "heard one");
    }
    assertThat(server.violations().list()).isEmpty();
  }
}

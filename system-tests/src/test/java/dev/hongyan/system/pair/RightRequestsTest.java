// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.media.StreamRequest;
import dev.hongyan.protocol.media.VideoDownload;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.message.Video;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.script.Person;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.RecordedRequest;
import dev.hongyan.testkit.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What other clients send wrongly, and ours does not (protocol reference 8.4). */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class RightRequestsTest {

  /** The smallest GIF there is. */
  private static final byte[] GIF =
      Base64.getDecoder().decode("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=");

  @TempDir Path folder;

  private final List<Message> received = new CopyOnWriteArrayList<>();

  private WirePair online(TestServer server) throws InterruptedException {
    WirePair pair = WirePair.at(server);
    pair.client().onMessage((_, message) -> received.add(message));
    return pair.online("lin");
  }

  @Test
  void theDeviceIdIsNewEachTimeAndNoTicket(TestServer server) throws InterruptedException {
    try (WirePair pair = online(server)) {
      var ignored = List.of(pair.chat("梅").send("one"), pair.chat("梅").send("two"));
    }

    assertThat(server.requests().list("webwxsendmsg"))
        .map(request -> request.question(SendText.CALL).base())
        .extracting(BaseRequest::deviceId)
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("e[0-9]{15}"));
  }

  @Test
  void bodiesAreLabelledByTheRightHeader(TestServer server) throws InterruptedException {
    try (WirePair pair = online(server)) {
      pair.client().logout();
    }

    assertThat(server.requests().list())
        .filteredOn(request -> request.request().body().length() > 0)
        .isNotEmpty()
        .allSatisfy(request -> {
          assertThat(request.request().headers().first("Content-Type")).isPresent();
          assertThat(request.request().headers().first("ContentType")).isEmpty();
        });
  }

  /** Selector 0 is no news: one client fetches all the same, at once, for ever. */
  @Test
  void nothingIsFetchedWhereNothingIsNew(TestServer server) throws InterruptedException {
    try (WirePair _ = online(server)) {
      server.elapse(Duration.ofMinutes(1));
      int before = server.requests().count("webwxsync");
      server.elapse(Duration.ofHours(1));

      assertThat(server.requests().count("webwxsync")).isEqualTo(before);
      assertThat(server.requests().count("synccheck")).isBetween(100, 160);
    }
  }

  @Test
  void eachKeyGoesWhereItBelongs(TestServer server) throws InterruptedException {
    try (WirePair _ = online(server)) {
      server.person("mei").says("hello").to(server.person("lin"));
      server.elapse(Duration.ofMinutes(1));
    }

    Sync.Reply news = server.requests().list("webwxsync").getLast().answer(Sync.CALL);
    RecordedRequest check = server.requests().list("synccheck").getLast();
    assertThat(check.question(SyncCheck.CALL).syncKey()).contains(news.checkKey());
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void theListAndTheNoticeBringTheirCredentials(TestServer server) throws InterruptedException {
    online(server).close();

    ContactPage.Request list =
        server.requests().list("webwxgetcontact").getFirst().question(ContactPage.CALL);
    StatusNotify.Request notice =
        server.requests().list("webwxstatusnotify").getFirst().question(StatusNotify.CALL);
    assertThat(list.skey()).isEqualTo(notice.base().skey());
    assertThat(list.skey().isPresent()).isTrue();
  }

  @Test
  void aVideoIsAskedForWithItsKeyAndARange(TestServer server) throws InterruptedException {
    Person mei = server.person("mei");
    try (WirePair pair = online(server)) {
      mei.sendsVideo("a.mp4", new byte[100], Duration.ofSeconds(1)).to(server.person("lin"));
      server.elapse(Duration.ofMinutes(1));
      Message video = received.getFirst();
      assertThat(video.kind()).isInstanceOf(Video.class);
      assertThat(pair.client().chat(video.chat()).download(video).into(folder)).hasSize(100);
    }

    StreamRequest asked =
        server.requests().list("webwxgetvideo").getFirst().question(VideoDownload.CALL);
    assertThat(asked.skey().isPresent()).isTrue();
    assertThat(asked.range()).isPresent();
    assertThat(server.requests().list("webwxgetvideo").getFirst().request().query())
        .doesNotContain("pass_ticket");
  }

  @Test
  void aStickerIsNoText(TestServer server) throws IOException, InterruptedException {
    Path gif = Files.write(folder.resolve("a.gif"), GIF);
    try (WirePair pair = online(server)) {
      assertThat(pair.chat("梅").send(gif)).isInstanceOf(SendOutcome.Sent.class);
    }

    assertThat(server.requests().list("webwxsendemoticon"))
        .singleElement()
        .satisfies(sent -> assertThat(sent.request().body().text()).contains("\"Type\":47"));
    assertThat(server.violations().list()).isEmpty();
  }

  /** A plain look for the sign takes an address of mail for a mention. */
  @Test
  void anAddressOfMailMentionsNobody(TestServer server) throws InterruptedException {
    try (WirePair pair = online(server)) {
      Chat team = pair.chat("项目组");

      assertThat(team.mentions("write to lin@example.org").members()).isEmpty();
      assertThat(team.mentions("@梅 早").members()).hasSize(1);
    }
  }
}

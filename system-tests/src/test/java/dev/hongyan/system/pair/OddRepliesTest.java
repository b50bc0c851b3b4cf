// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.message.Card;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.PageStatus;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.Switch;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.RecordedRequest;
import dev.hongyan.testkit.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Surprises in how replies are built (protocol reference 6.4), each by its name. */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class OddRepliesTest {

  private final List<Message> handled = Collections.synchronizedList(new ArrayList<>());

  /** A client whose replies are changed on the way. */
  private WirePair changing(TestServer server, BiFunction<WebRequest, WebReply, WebReply> change)
      throws InterruptedException {
    WirePair pair =
        WirePair.over(
            (request, _) -> change.apply(request, server.path().exchange(request)), server);
    pair.client().onMessage((_, message) -> handled.add(message));
    return pair.online("lin");
  }

  private static boolean is(WebRequest request, String call) {
    return Catalog.ofPath(request.path()).filter(found -> found.name().equals(call)).isPresent();
  }

  private List<String> texts() {
    return handled.stream().map(message -> message.item().content()).toList();
  }

  @Test
  void aSyncWithoutAKeyLeavesTheOldOneInPlace(TestServer server) throws InterruptedException {
    AtomicInteger keyless = new AtomicInteger(5);
    try (WirePair _ =
        changing(
            server,
            (request, reply) ->
                is(request, "webwxsync") && keyless.getAndDecrement() > 0
                    ? withoutKey(reply)
                    : reply)) {
      for (int i = 0; i < 6; i++) {
        server.person("mei").says("line " + i).to(server.person("lin"));
        server.elapse(Duration.ofSeconds(20));
      }
    }

    assertThat(texts()).containsExactly("line 0", "line 1", "line 2", "line 3", "line 4", "line 5");
    assertThat(keyless).hasNonPositiveValue();
    assertThat(server.violations().errors()).isZero();
  }

  private static WebReply withoutKey(WebReply reply) {
    Sync.Reply r = Sync.CALL.reply(reply);
    return Sync.CALL.answer(
        new Sync.Reply(
            r.status(),
            r.messages(),
            r.changes(),
            r.gone(),
            r.profile(),
            r.mayContinue(),
            SyncKey.NONE,
            r.skey(),
            SyncKey.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"$1\": null", "\"$1\": {}", "\"Unheard\": \"of\""})
  void anEmptyListMayBeNullOrNoListOrMissing(String instead, TestServer server)
      throws InterruptedException {
    AtomicInteger changed = new AtomicInteger();
    try (WirePair pair = changing(server, (_, reply) -> changedLists(reply, instead, changed))) {
      server.person("mei").says("hello").to(server.person("lin"));
      server.elapse(Duration.ofMinutes(1));

      assertThat(pair.chat("梅").send("you too")).isInstanceOf(SendOutcome.Sent.class);
    }

    assertThat(texts()).containsExactly("hello");
    assertThat(changed).hasPositiveValue();
  }

  private static WebReply changedLists(WebReply reply, String instead, AtomicInteger changed) {
    String before = reply.body().text();
    String after = before.replaceAll("\"(\\w*List)\": ?\\[\\s*\\]", instead);
    changed.addAndGet(after.equals(before) ? 0 : 1);
    return after.equals(before)
        ? reply
        : new WebReply(reply.status(), reply.headers(), Body.of(after));
  }

  /** A login page or a logout that leads elsewhere has said all there is to say. */
  @Test
  void redirectsAreNotFollowed(TestServer server) throws InterruptedException {
    server.person("lin").isTreated(Switch.LOGIN_PAGE_STATUS, PageStatus.ALWAYS_301);
    try (WirePair pair = WirePair.at(server).online("lin")) {
      pair.client().logout();
    }

    assertThat(server.requests().list("webwxnewloginpage"))
        .singleElement()
        .satisfies(request -> assertThat(status(request)).isEqualTo(301));
    assertThat(server.requests().list("webwxlogout"))
        .singleElement()
        .satisfies(request -> assertThat(status(request)).isEqualTo(301));
    assertThat(server.requests().list())
        .allSatisfy(request -> assertThat(Catalog.byName(request.call())).isPresent());
  }

  private static int status(RecordedRequest request) {
    return request.reply().orElseThrow().status();
  }

  @Test
  void aMessageOfARoomThatNobodyHasMentionedHasNames(TestServer server)
      throws InterruptedException {
    Person lin = server.person("lin");
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    try (WirePair pair = WirePair.at(server)) {
      pair.client().onText((chat, text) -> heard.add(text.sender().name() + " in " + chat.name()));
      pair.online("lin");

      Person mei = server.person("mei");
      Room room = server.cast().opens(mei, "new", "新群", lin, server.person("bo"));
      server.person("bo").says("hello").to(room);
      server.elapse(Duration.ofMinutes(1));
    }

    assertThat(heard).containsExactly("波 in 新群");
  }

  /** The first answer after login knows members by their user names only. */
  @Test
  void halfEmptyRoomsOfTheFirstAnswerAreFilled(TestServer server) throws InterruptedException {
    try (WirePair pair = WirePair.at(server).online("lin")) {
      assertThat(pair.chat("项目组").members())
          .hasSize(4)
          .extracting(Member::nickName)
          .doesNotContain("");
    }
  }

  @Test
  void aHugeAccountComesInPages(TestServer server) throws InterruptedException {
    Person lin = server.person("lin");
    IntStream.range(0, 500)
        .mapToObj(i -> server.cast().enters("friend-" + i, "友" + i))
        .forEach(lin::befriends);
    lin.isTreated(Switch.CONTACT_PAGE_SIZE, 80);
    lin.isTreated(Switch.EMPTY_LAST_PAGE, true);
    try (WirePair pair = WirePair.at(server).online("lin")) {
      assertThat(pair.client().contacts()).hasSizeGreaterThan(503);
      assertThat(pair.chat("友499").send("hello")).isInstanceOf(SendOutcome.Sent.class);
    }

    assertThat(server.requests().count("webwxgetcontact")).isBetween(7, 9);
  }

  @TempDir Path folder;

  /** In cards and requests there is no address of a picture: it is made of the user name. */
  @Test
  void aPictureWithoutAnAddressIsFound(TestServer server) throws InterruptedException {
    Person stranger = server.cast().enters("chen", "陈");
    try (WirePair pair = changing(server, (_, reply) -> reply)) {
      server.person("mei").recommends(stranger).to(server.person("lin"));
      server.elapse(Duration.ofMinutes(1));

      UserName chen = ((Card) handled.getFirst().kind()).person().userName();
      assertThat(pair.client().chat(chen).avatar().into(folder)).isNotEmptyFile();
    }
    assertThat(server.violations().list()).isEmpty();
  }

  /** Such a member has no address of a picture in the list of the room. */
  @Test
  void aMemberOfARoomWhoIsNoFriendHasAPicture(TestServer server) throws InterruptedException {
    Person mei = server.person("mei");
    Person stranger = server.cast().enters("chen", "陈");
    Room room = server.cast().opens(mei, "meis", "Meis", server.person("lin"), stranger);
    try (WirePair pair = changing(server, (_, reply) -> reply)) {
      stranger.says("hello").to(room);
      server.elapse(Duration.ofMinutes(1));

      Message message = handled.getFirst();
      Chat meis = pair.client().chat(message.chat());
      assertThat(meis.avatar(message.sender().userName()).into(folder)).isNotEmptyFile();
    }
    assertThat(server.violations().list()).isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.sync.ContactGone;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.ContactEdit;
import dev.hongyan.server.world.EndReason;
import dev.hongyan.server.world.LoginResult;
import dev.hongyan.server.world.NewAccount;
import dev.hongyan.server.world.PollOutcome;
import dev.hongyan.server.world.Profile;
import dev.hongyan.server.world.ProfileEdit;
import dev.hongyan.server.world.RoomId;
import dev.hongyan.server.world.SamplePeople;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SyncEndpointTest {

  private final VirtualTime time = VirtualTime.stepped(Instant.parse("2026-03-01T08:00:00Z"));
  private final World world =
      World.inMemory(SamplePeople.withFriends(3), time, Randomness.seeded(5));
  private final Violations violations = new Violations(world);
  private final SyncEndpoint endpoint =
      new SyncEndpoint(
          world,
          time,
          new SessionCheck(world, violations, time),
          new ServiceHosts(Optional.empty()),
          new ContactCards(world),
          new CursorReading(world, violations));

  private Session session;

  @BeforeEach
  void logIn() throws InterruptedException {
    String uuid = world.codes().create("client").orElseThrow();
    world.codes().scan(uuid, "lin");
    world.codes().confirm(uuid);
    var confirmed = (PollOutcome.Confirmed) world.codes().poll(uuid, true, Duration.ZERO);
    var in = (LoginResult.LoggedIn) world.codes().redeem(uuid, confirmed.ticket(), false);
    session = in.session();
  }

  @AfterEach
  void close() {
    world.close();
  }

  /**
   * A session that ended after the check was answered with an empty page: its client took that for
   * a session in which nothing happens, and heard of the end only with the next call.
   */
  @Test
  void tellsOfAnEndThatCameBetweenCheckAndAnswer() {
    Guest checked = guest();
    world.sessions().end(session, EndReason.REPLACED);

    Sync.Reply reply = sync(checked, session.secrets().skey());

    assertThat(reply.status().ret()).isEqualTo(Retcode.SESSION_ENDED);
    assertThat(reply.syncKey().pairs()).isEmpty();
  }

  @Test
  void tellsANewKeyUntilItIsUsed() {
    String first = session.secrets().skey();
    assertThat(sync(guest(), first).skey()).isEqualTo(Secret.NONE);

    world.sessions().renewKey(session.account());
    String second = sync(guest(), first).skey().value();

    assertThat(second).matches("@crypt_[0-9a-f]{8}_[0-9a-f]{32}").isNotEqualTo(first);
    assertThat(sync(guest(), first).skey().value()).isEqualTo(second);
    assertThat(sync(guest(), second).skey()).isEqualTo(Secret.NONE);
  }

  @Test
  void renewsAnOldKeyOnceItsClientUsesTheOneBefore() throws InterruptedException {
    world.accounts().set("lin", Map.of("skey-renewal", "PT12H"));
    String first = session.secrets().skey();
    time.advance(Duration.ofHours(12).minusSeconds(1));
    assertThat(sync(guest(), first).skey()).isEqualTo(Secret.NONE);

    time.advance(Duration.ofSeconds(1));
    String second = sync(guest(), first).skey().value();
    time.advance(Duration.ofHours(13));

    assertThat(second).isNotEqualTo(first).isNotEmpty();
    assertThat(sync(guest(), first).skey().value()).as("not yet in use").isEqualTo(second);
    assertThat(sync(guest(), second).skey().value()).isNotEmpty().isNotEqualTo(second);
  }

  @Test
  void tellsAFriendRequestWithWhatAcceptingItNeeds() {
    world.accounts().add(NewAccount.person("yu", Profile.of("雨").from("广东", "深圳")));
    AccountId yu = world.accounts().named("yu").orElseThrow().id();
    world.friendRequests().ask(yu, session.account(), "我是 <雨>");

    MessageItem item = sync().messages().getFirst();

    assertThat(item.type()).isEqualTo(37);
    assertThat(item.from()).isEqualTo(new UserName("fmessage"));
    assertThat(item.recommendation().nickName()).isEqualTo("雨");
    assertThat(item.recommendation().content()).isEqualTo("我是 <雨>");
    assertThat(item.recommendation().city()).isEqualTo("深圳");
    assertThat(item.recommendation().opCode()).isEqualTo(2);
    assertThat(item.recommendation().ticket().value()).endsWith("@stranger");
    assertThat(session.userNames().open(item.recommendation().userName().value())).contains(yu);
    assertThat(item.content()).contains("fromusername=", "wxid_").doesNotContain("<");
  }

  @Test
  void tellsNotesFromTheRoomItself() {
    AccountId mei = world.accounts().named("mei").orElseThrow().id();
    RoomId team = world.rooms().named("team").orElseThrow().id();
    world.rooms().rename(session.account(), team, "新组");
    world.rooms().rename(mei, team, "组");

    Sync.Reply reply = sync();

    String room = session.userNames().of(team);
    assertThat(reply.messages())
        .extracting(item -> item.from().value(), MessageItem::type, MessageItem::content)
        .containsExactly(tuple(room, 10000, "你修改群名为“新组”"), tuple(room, 10000, "\"梅\"修改群名为“组”"));
    assertThat(reply.messages()).extracting(MessageItem::to).containsOnly(guest().self());
    assertThat(reply.changes()).extracting(c -> c.contact().userName().value()).containsOnly(room);
    assertThat(reply.changes().getFirst().contact().names().nickName()).isEqualTo("组");
  }

  @Test
  void tellsWhoIsGoneAndSaysNothingMoreOfARoomThatPutOneOut() {
    Account mei = world.accounts().named("mei").orElseThrow();
    Account bo = world.accounts().named("bo").orElseThrow();
    RoomId team = world.rooms().named("team").orElseThrow().id();
    world.rooms().passOn(session.account(), team, mei.id());
    world.memberships().remove(mei.id(), team, List.of(session.account()));
    world.contacts().delete(session.account(), bo.id());

    Sync.Reply reply = sync();

    assertThat(reply.gone()).extracting(ContactGone::userName).containsExactly(guest().name(bo));
    assertThat(reply.changes()).isEmpty();
    assertThat(reply.messages()).extracting(MessageItem::content).containsExactly("你被\"梅\"移出群聊");
  }

  @Test
  void tellsFlagsRemarksAndTheOwnProfile() {
    Account mei = world.accounts().named("mei").orElseThrow();
    ContactEdit edit = ContactEdit.NONE.remark("梅梅").pinned(true).muted(true);
    world.contacts().edit(session.account(), mei.id(), edit.starred(true).blocked(true));
    world.accounts().change(session.account(), ProfileEdit.renamed("林木"));

    Sync.Reply reply = sync();

    Contact card = reply.changes().getFirst().contact();
    assertThat(card.names().remarkName()).isEqualTo("梅梅");
    assertThat(card.flags().bits()).isEqualTo(1 | 2 | 8 | 0x40 | 0x200 | 0x800);
    assertThat(reply.profile().bits()).isEqualTo(190);
    assertThat(reply.profile().nickName()).isEqualTo("林木");
  }

  @Test
  void tellsWhatThePhoneDoesWithItsChats() {
    Account mei = world.accounts().named("mei").orElseThrow();
    world.chats().open(session.account(), mei.id());
    world.chats().read(session.account(), mei.id());
    world.chats().leave(session.account(), mei.id());

    Sync.Reply reply = sync();

    assertThat(reply.messages()).extracting(m -> m.note().code()).containsExactly(2, 1, 5);
    assertThat(reply.messages()).extracting(MessageItem::type).containsOnly(51);
    assertThat(reply.messages())
        .extracting(MessageItem::from, MessageItem::to)
        .containsOnly(tuple(guest().self(), guest().name(mei)));
  }

  private Sync.Reply sync() {
    return sync(guest(), session.secrets().skey());
  }

  private Sync.Reply sync(Guest guest, String skey) {
    BaseRequest base = new BaseRequest(0, Secret.NONE, new Secret(skey), "e123456789012345");
    SyncKey key = CursorReading.first(session, 0);
    return endpoint.call().reply(endpoint.answer(new Sync.Request(base, Secret.NONE, key), guest));
  }

  private Guest guest() {
    WebRequest request =
        new WebRequest("POST", "http", "localhost", "/", "", Headers.NONE, Body.EMPTY);
    Session now = world.sessions().find(session.secrets().sid()).orElseThrow();
    return new Guest(
        now, world.accounts().account(now.account()), new Visit("webwxsync", request, "memory"));
  }
}

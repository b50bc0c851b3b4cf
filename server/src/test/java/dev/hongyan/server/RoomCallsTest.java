// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.contact.ContactBatch.Entry;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.room.ChangeRoom;
import dev.hongyan.protocol.room.CreateRoom;
import dev.hongyan.protocol.room.RoomChange;
import dev.hongyan.protocol.sync.ContactChange;
import dev.hongyan.protocol.sync.ContactGone;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.ContactEdit;
import dev.hongyan.server.world.Room;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a web client does with chat rooms (protocol reference 3.28, 3.29). */
@Timeout(30)
class RoomCallsTest extends WebPageCase {

  @Test
  void opensARoomAndHearsOfIt() throws Exception {
    CreateRoom.Reply reply = create("茶", "mei", "bo");

    assertThat(reply.status()).isEqualTo(CreateRoom.Reply.DONE);
    assertThat(reply.isCreated()).isTrue();
    assertThat(reply.topic()).isEqualTo("茶");
    assertThat(reply.members())
        .extracting(Member::userName, Member::status)
        .containsExactly(tuple(web.name("mei"), 0), tuple(web.name("bo"), 0));
    Sync.Reply news = web.sync();
    ContactChange change = news.changes().getFirst();
    assertThat(change.contact().userName()).isEqualTo(reply.name());
    assertThat(change.owner()).isEqualTo(web.name("lin"));
    assertThat(change.contact().room().members()).hasSize(3);
    assertThat(news.messages()).extracting(MessageItem::content).containsExactly("你邀请\"梅、波\"加入了群聊");
    assertThat(server.world().violations().report().list()).isEmpty();
  }

  @Test
  void takesTwoOthersWhoAreFriends() throws Exception {
    cast.person("bo").notes(cast.person("lin"), ContactEdit.NONE.blocked(true));
    cast.person("an").deletes(cast.person("lin"));

    CreateRoom.Reply reply = create("", "mei", "bo", "an");

    assertThat(reply.status().ret()).isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(reply.isCreated()).isFalse();
    assertThat(reply.members()).extracting(Member::status).containsExactly(0, 3, 4);
    assertThat(create("", "mei").status().ret()).isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(create("").status().ret()).isEqualTo(Retcode.PARAMETER_ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "closed,       0, <e><ShowType>1</ShowType><Content><![CDATA[创建群聊失败]]></Content></e>",
    "too-frequent, 1, 操作太频繁，请稍后再试。",
    "too-many,     1, 你今天创建的群聊过多，请明天再试。",
  })
  void opensNoneWhereTheServiceDoesNot(String how, int ret, String words) throws Exception {
    server.world().accounts().set("lin", Map.of("room-creation", how));

    CreateRoom.Reply reply = create("茶", "mei", "bo");

    assertThat(reply.status().ret().code()).isEqualTo(ret);
    assertThat(reply.status().text()).isEqualTo(words);
    assertThat(reply.isCreated()).isFalse();
    assertThat(server.world().rooms().all()).hasSize(1);
  }

  @Test
  void refusesWithWordsWhatIsDoneTooOften() throws Exception {
    server
        .world()
        .accounts()
        .set(
            "lin",
            Map.of(
                "throttling", "webwxcreatechatroom=1,webwxupdatechatroom=1", "language", "en_US"));

    assertThat(create("", "mei", "bo").isCreated()).isTrue();
    assertThat(create("", "mei", "bo").status())
        .returns(Retcode.PARAMETER_ERROR, s -> s.ret())
        .returns("Operation too frequent. Try again later.", s -> s.text());
    assertThat(change("team", new RoomChange.Rename("x")).status().isOk()).isTrue();
    assertThat(change("team", new RoomChange.Rename("y")).status())
        .returns(Retcode.TOO_FREQUENT, s -> s.ret())
        .returns("Operation too frequent. Try again later.", s -> s.text());
  }

  @Test
  void bringsInFriendsAndPutsThemOut() throws Exception {
    Person yu = cast.enters("yu", "雨");
    yu.befriends(cast.person("lin"));
    web.sync();

    ChangeRoom.Reply added = change("team", new RoomChange.Add(List.of(web.name("yu"))));
    ChangeRoom.Reply removed = change("team", new RoomChange.Remove(List.of(web.name("yu"))));

    assertThat(added.status().isOk()).isTrue();
    assertThat(added.members()).extracting(Member::userName).containsExactly(web.name("yu"));
    assertThat(removed.members()).extracting(Member::userName).containsExactly(web.name("yu"));
    assertThat(web.hears()).containsExactly("你邀请\"雨\"加入了群聊", "你将\"雨\"移出了群聊");
    assertThat(yu.messages())
        .extracting(m -> m.content().text())
        .containsExactly("你已添加了林，现在可以开始聊天了。", "\"林\"邀请你加入了群聊", "你被\"林\"移出群聊");
  }

  @Test
  void invitesIntoALargeRoom() throws Exception {
    Person lins = cast.person("lin");
    List<Person> friends = new ArrayList<>();
    for (int i = 0; i < 39; i++) {
      Person friend = cast.enters("f" + i, "f" + i);
      lins.befriends(friend);
      friends.add(friend);
    }
    Room room = cast.opens(lins, "hall", "", friends.subList(0, 38).toArray(Person[]::new));
    Person last = friends.getLast();

    ChangeRoom.Reply added = change("hall", new RoomChange.Add(List.of(web.name(last.name()))));
    ChangeRoom.Reply invited =
        change("hall", new RoomChange.Invite(List.of(web.name(last.name()))));

    assertThat(added.status().ret()).isEqualTo(Retcode.CONDITIONAL);
    assertThat(invited.status().ret()).isEqualTo(Retcode.OK);
    assertThat(server.world().rooms().members(room.id())).hasSize(39);
    last.in(room).accepts();
    assertThat(server.world().rooms().members(room.id())).hasSize(40);
  }

  @Test
  void renamesAndLeaves() throws Exception {
    ChangeRoom.Reply renamed = change("team", new RoomChange.Rename("新组"));
    ChangeRoom.Reply left = change("team", new RoomChange.Leave());
    ChangeRoom.Reply gone = change("team", new RoomChange.Leave());

    assertThat(renamed.status().isOk()).isTrue();
    assertThat(renamed.members()).isEmpty();
    assertThat(left.status().isOk()).isTrue();
    assertThat(gone.status().ret()).isEqualTo(Retcode.ROOM_GONE);
    assertThat(web.sync().gone())
        .extracting(ContactGone::userName)
        .containsExactly(web.name("team"));
    assertThat(server.world().rooms().named("team").orElseThrow().topic()).isEqualTo("新组");
  }

  @Test
  void tellsEverywhereWhoseARoomIsThatWasPassedOn() throws Exception {
    WebPage ofMei = WebPage.of(server, "mei");
    assertThat(saysOwned(web)).containsExactly(true, true, true);
    assertThat(saysOwned(ofMei)).containsOnly(false);

    cast.person("lin").in(cast.room("team")).passesOnTo(cast.person("mei"));
    cast.person("bo").says("the others hear with the next message").to(cast.room("team"));

    for (WebPage page : List.of(web, ofMei)) {
      assertThat(page.sync().changes())
          .extracting(change -> change.contact().userName(), ContactChange::owner)
          .containsExactly(tuple(page.name("team"), page.name("mei")));
    }
    assertThat(saysOwned(web)).containsOnly(false);
    assertThat(saysOwned(ofMei)).contains(true).doesNotContain(false);
    assertThat(server.world().violations().report().list()).isEmpty();
  }

  /** What init, the batch and the contact list, which has saved rooms only, say of the team. */
  private static List<Boolean> saysOwned(WebPage page) throws InterruptedException {
    ContactBatch.Request batch =
        new ContactBatch.Request(
            page.base(), page.passTicket(), List.of(Entry.of(page.name("team"))));
    ContactPage.Request list = new ContactPage.Request(page.skey(), page.passTicket(), 0);
    Init.Request init = new Init.Request(page.base(), page.passTicket());
    return Stream.of(
            page.ask(Init.CALL, init).recent(),
            page.ask(ContactBatch.CALL, batch).contacts(),
            page.ask(ContactPage.CALL, list).contacts())
        .flatMap(List::stream)
        .filter(contact -> contact.userName().equals(page.name("team")))
        .map(contact -> contact.room().isOwned())
        .toList();
  }

  @Test
  void putsOutOnlyFromItsOwnRoom() throws Exception {
    cast.person("lin").in(cast.room("team")).passesOnTo(cast.person("mei"));

    ChangeRoom.Reply reply = change("team", new RoomChange.Remove(List.of(web.name("bo"))));

    assertThat(reply.status().ret()).isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(server.world().rooms().members(cast.room("team").id())).hasSize(4);
  }

  @Test
  void refusesNamesThatItDoesNotKnow() throws Exception {
    cast.enters("yu", "雨");

    assertThat(create("", "mei", "yu").status().ret()).isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(change("team", new RoomChange.Add(List.of(web.name("yu")))).status().ret())
        .isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(change("mei", new RoomChange.Rename("x")).status().ret())
        .isEqualTo(Retcode.ROOM_GONE);
    assertThat(change("team", new RoomChange.Add(List.of())).status().ret())
        .isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(server.world().violations().report().list())
        .extracting(violation -> violation.breach().code())
        .containsExactly(
            "unknown-user-name", "unknown-user-name", "unknown-user-name", "missing-field");
  }

  private CreateRoom.Reply create(String topic, String... others) throws InterruptedException {
    List<UserName> names = Arrays.stream(others).map(web::name).toList();
    return web.ask(
        CreateRoom.CALL, new CreateRoom.Request(web.base(), web.passTicket(), names, topic));
  }

  private ChangeRoom.Reply change(String room, RoomChange change) throws InterruptedException {
    return web.ask(
        ChangeRoom.CALL,
        new ChangeRoom.Request(web.base(), web.passTicket(), web.name(room), change));
  }
}

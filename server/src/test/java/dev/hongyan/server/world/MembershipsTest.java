// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hongyan.server.world.RoomOutcome.Done;
import dev.hongyan.server.world.RoomOutcome.Entrant;
import dev.hongyan.server.world.RoomOutcome.Refused;
import dev.hongyan.server.world.RoomOutcome.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who hears what of a change in a room, and when (protocol reference 3.11, 5.13). */
@Timeout(30)
class MembershipsTest {

  private final Scene scene = new Scene();
  private final Memberships memberships = scene.world.memberships();
  private final Rooms rooms = scene.world.rooms();
  private final AccountId lin = scene.lin.id();
  private final AccountId mei = scene.mei.id();
  private final AccountId bo = scene.account("bo").id();
  private final AccountId an = scene.account("an").id();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void ofANewRoomOthersHearWithItsFirstLine() throws Exception {
    Session his = scene.login("lin");
    Session hers = scene.login("mei");

    Done done = (Done) memberships.create(lin, List.of(mei, bo), "茶");
    assertThat(scene.mail(his)).containsExactly("~room-2", "room-2: 你邀请\"梅、波\"加入了群聊");
    assertThat(scene.mail(hers)).isEmpty();
    assertThat(scene.phone(scene.mei)).containsExactly("\"林\"邀请你和\"波\"加入了群聊");

    scene.write(scene.lin, done.room().id(), "来");

    assertThat(scene.mail(hers))
        .containsExactly("~room-2", "room-2: \"林\"邀请你和\"波\"加入了群聊", "room-2: 来");
    assertThat(done.room().owner()).isEqualTo(lin);
    assertThat(done.people()).extracting(Entrant::standing).containsOnly(Standing.DONE);
  }

  @Test
  void whoIsBroughtInHearsAtOnceAndSoDoAll() throws Exception {
    AccountId yu = friend("yu", "雨");
    Session hers = scene.login("mei");
    Session yus = scene.login("yu");
    scene.world.accounts().set("mei", Map.of("language", "en_US"));

    memberships.add(lin, scene.team, List.of(yu, mei), false);

    assertThat(scene.mail(yus)).containsExactly("~team", "team: \"林\"邀请你加入了群聊");
    assertThat(scene.mail(hers)).containsExactly("~team", "team: 林 invited 雨 to the group chat");
    assertThat(rooms.members(scene.team)).hasSize(5);
  }

  @Test
  void whoIsPutOutReadsANoteAndTheOthersHearLater() throws Exception {
    Session his = scene.login("lin");
    Session hers = scene.login("mei");
    Session bos = scene.login("bo");

    memberships.remove(lin, scene.team, List.of(bo));

    assertThat(scene.mail(bos)).containsExactly("team: 你被\"林\"移出群聊");
    assertThat(scene.mail(his)).containsExactly("~team", "team: 你将\"阿波\"移出了群聊");
    assertThat(scene.mail(hers)).isEmpty();
    assertThat(rooms.membership(bo, scene.team)).isEmpty();

    scene.write(scene.account("an"), scene.team, "oh");

    assertThat(scene.mail(hers)).containsExactly("~team", "team: oh");
  }

  @Test
  void aQuietRoomTellsItsChangesAfterThreeMinutes() throws Exception {
    Session hers = scene.login("mei");
    memberships.remove(lin, scene.team, List.of(bo));
    Mailboxes mailboxes = scene.world.mailboxes();

    assertThat(mailboxes.awaitNews(hers, 0, Duration.ZERO)).isInstanceOf(News.Nothing.class);
    scene.time.advance(DeferredMail.PATIENCE);

    assertThat(mailboxes.awaitNews(hers, 0, Duration.ZERO))
        .isEqualTo(new News.Waiting(Mail.Topic.CHAT));
    assertThat(scene.mail(hers)).containsExactly("~team");
  }

  @Test
  void anotherNameIsToldToAllAtOnce() throws Exception {
    Session his = scene.login("lin");
    Session hers = scene.login("mei");

    rooms.rename(mei, scene.team, "新组");
    rooms.rename(mei, scene.team, "新组");

    assertThat(scene.mail(his)).containsExactly("~team", "team: \"梅\"修改群名为“新组”");
    assertThat(scene.mail(hers)).containsExactly("~team", "team: 你修改群名为“新组”");
  }

  @Test
  void whoLeavesOnThePhoneHearsWithHisNextMessage() throws Exception {
    Session bos = scene.login("bo");
    Session hers = scene.login("mei");

    memberships.leave(bo, scene.team, true);

    assertThat(scene.mail(bos)).isEmpty();
    assertThat(scene.mail(hers)).isEmpty();
    scene.write(scene.lin, bo, "why?");
    assertThat(scene.mail(bos)).containsExactly("-team", "bo: why?");
    assertThat(memberships.leave(bo, scene.team, true))
        .isEqualTo(Refused.of(RoomRefusal.NOT_A_MEMBER));
  }

  @Test
  void whoLeavesInTheWebHearsAtOnceAndHisRoomIsAnothers() throws Exception {
    Session his = scene.login("lin");

    memberships.leave(lin, scene.team, false);

    assertThat(scene.mail(his)).containsExactly("-team");
    assertThat(rooms.find(scene.team).orElseThrow().owner()).isEqualTo(mei);
  }

  @Test
  void onlyTheOwnerPutsOutAndPassesOn() {
    assertThat(memberships.remove(mei, scene.team, List.of(bo)))
        .isEqualTo(Refused.of(RoomRefusal.NOT_THE_OWNER));
    assertThat(rooms.passOn(mei, scene.team, bo)).isEqualTo(Refused.of(RoomRefusal.NOT_THE_OWNER));

    assertThat(rooms.passOn(lin, scene.team, mei)).isInstanceOf(Done.class);

    assertThat(memberships.remove(mei, scene.team, List.of(bo, lin))).isInstanceOf(Done.class);
    assertThat(rooms.members(scene.team)).extracting(m -> m.account().id()).containsOnly(mei, an);
  }

  @Test
  void friendsComeInAndOthersDoNot() {
    AccountId yu = scene.world.accounts().add(NewAccount.person("yu", Profile.of("雨"))).id();
    scene.world.contacts().edit(an, lin, ContactEdit.NONE.blocked(true));
    scene.world.contacts().delete(bo, lin);

    assertThat(memberships.create(lin, List.of(mei, yu, an, bo), ""))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal()).isEqualTo(RoomRefusal.TOO_FEW);
              assertThat(refused.people())
                  .extracting(Entrant::standing)
                  .containsExactly(
                      Standing.DONE, Standing.NO_FRIEND, Standing.HAS_BLOCKED, Standing.NO_FRIEND);
            });
    assertThat(rooms.all()).hasSize(1);
  }

  @Test
  void fromFortyOnPeopleAreAskedFirst() {
    List<AccountId> friends = friends(40);
    Room room = ((Done) memberships.create(lin, friends.subList(0, 37), "")).room();
    assertThat(rooms.members(room.id())).hasSize(38);

    assertThat(((Done) memberships.add(lin, room.id(), friends.subList(37, 38), false)).people())
        .extracting(Entrant::standing)
        .containsExactly(Standing.DONE);
    assertThat(((Done) memberships.add(lin, room.id(), friends.subList(38, 39), false)).people())
        .extracting(Entrant::standing)
        .containsExactly(Standing.INVITED);
    assertThat(rooms.members(room.id())).hasSize(39);

    assertThat(scene.phone(scene.account("f38"))).last().isEqualTo("邀请你加入群聊");

    memberships.accept(friends.get(38), room.id());

    assertThat(rooms.members(room.id())).hasSize(40);
    assertThatThrownBy(() -> memberships.accept(friends.get(39), room.id()))
        .isInstanceOf(WorldException.class);
  }

  @Test
  void aRoomsNameHasFiftyLetters() {
    Room opened = ((Done) memberships.create(lin, List.of(mei, bo), "名".repeat(50))).room();

    assertThat(memberships.create(lin, List.of(mei, bo), "名".repeat(51)))
        .isEqualTo(Refused.of(RoomRefusal.NAME_TOO_LONG));
    assertThat(rooms.rename(lin, opened.id(), "字".repeat(51)))
        .isEqualTo(Refused.of(RoomRefusal.NAME_TOO_LONG));
    assertThat(rooms.rename(lin, opened.id(), "字".repeat(50))).isInstanceOf(Done.class);
  }

  @Test
  void anInvitationIntoARoomThatIsFullByNowIsTooLate() {
    Room room = rooms.open(new NewRoom("full", "", "lin", people(498)));
    memberships.add(lin, room.id(), List.of(mei), true);
    memberships.add(lin, room.id(), List.of(bo), true);

    memberships.accept(mei, room.id());

    assertThatThrownBy(() -> memberships.accept(bo, room.id())).isInstanceOf(WorldException.class);
    assertThat(rooms.members(room.id())).hasSize(500);
  }

  // A room that was opened on a phone could have 501 members: its owner was not counted unless he
  // was listed.
  @Test
  void aRoomIsNotOpenedWithMoreThanFiveHundred() {
    NewRoom tooLarge = new NewRoom("full", "", "lin", people(500));

    assertThatThrownBy(() -> rooms.open(tooLarge))
        .isInstanceOfSatisfying(
            WorldException.class, refusal -> assertThat(refusal.field()).isEqualTo("members"));
    assertThat(rooms.named("full")).isEmpty();
  }

  @Test
  void whoeverIsListedTwiceIsOneMember() {
    List<NewRoom.Member> listed = new ArrayList<>(people(499));
    listed.add(listed.getFirst());
    listed.add(NewRoom.Member.of("lin"));

    Room full = rooms.open(new NewRoom("full", "", "lin", listed));

    assertThat(rooms.members(full.id())).hasSize(500);
  }

  @Test
  void aRoomHoldsFiveHundred() {
    Room full = rooms.open(new NewRoom("full", "", "lin", people(499)));

    assertThat(rooms.members(full.id())).hasSize(500);
    List<AccountId> everybody =
        Stream.concat(
                Stream.of(mei, bo),
                rooms.members(full.id()).stream().map(member -> member.account().id()))
            .filter(one -> !one.equals(lin))
            .toList();
    assertThat(memberships.create(lin, everybody, "")).isEqualTo(Refused.of(RoomRefusal.FULL));
    assertThat(memberships.add(lin, full.id(), List.of(mei), false))
        .isEqualTo(Refused.of(RoomRefusal.FULL));
    rooms.rename(lin, full.id(), "满");
    assertThat(scene.phone(scene.account("p498"))).last().isEqualTo("\"林\"修改群名为“满”");
  }

  @Test
  void aNameInTheRoomIsSeenByAllAndTheRestByOneselfAlone() throws Exception {
    Session his = scene.login("lin");
    Session hers = scene.login("mei");

    rooms.edit(mei, scene.team, MemberEdit.NONE.displayName("小梅").saved(false).muted(true));

    assertThat(scene.mail(hers)).containsExactly("~team");
    assertThat(scene.mail(his)).isEmpty();
    scene.write(scene.mei, scene.team, "hi");
    assertThat(scene.mail(his)).containsExactly("~team", "team: hi");
    assertThat(rooms.membership(mei, scene.team).orElseThrow())
        .returns(false, Membership::saved)
        .returns(true, Membership::muted);
    assertThat(rooms.members(scene.team))
        .extracting(Member::displayName)
        .containsExactly("", "小梅", "阿波", "");
  }

  private List<AccountId> friends(int count) {
    List<AccountId> friends = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      friends.add(friend("f" + i, "f" + i));
    }
    return friends;
  }

  private AccountId friend(String name, String nickName) {
    AccountId id = scene.world.accounts().add(NewAccount.person(name, Profile.of(nickName))).id();
    scene.world.contacts().befriend("lin", name, "");
    return id;
  }

  private List<NewRoom.Member> people(int count) {
    List<NewRoom.Member> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      scene.world.accounts().add(NewAccount.person("p" + i, Profile.of("p" + i)));
      members.add(NewRoom.Member.of("p" + i));
    }
    return members;
  }
}

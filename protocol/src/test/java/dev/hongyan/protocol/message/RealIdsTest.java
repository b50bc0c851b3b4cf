// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RealIdsTest {

  private static final UserName MEI = new UserName("@0a1b2c");
  private static final UserName TEAM = new UserName("@@3d4e5f");
  private static final Map<UserName, String> IDS =
      Map.of(MEI, "wxid_mei", TEAM, "123456@chatroom", UserName.FILE_HELPER, "filehelper");

  private static final WireStyle STYLE =
      new WireStyle(
          new WireStyle.MediaContent.Xml(), true, name -> IDS.getOrDefault(name, name.value()));

  @Test
  void cardsTellWhomTheyRecommend() {
    assertThat(RealIds.of(item(new Card(Stranger.of(MEI), 17)), Kinds.PEER))
        .containsExactly(Map.entry(MEI, "wxid_mei"));
  }

  @Test
  void requestsTellWhoAsks() {
    assertThat(RealIds.of(item(FriendRequest.of(MEI, Secret.NONE)), Kinds.PEER))
        .containsExactly(Map.entry(MEI, "wxid_mei"));
  }

  @Test
  void recallsTellTheirChat() {
    Recall recall = new Recall(new MessageId(1), "taken back", "123456@chatroom");

    assertThat(RealIds.of(item(recall), TEAM)).containsExactly(Map.entry(TEAM, "123456@chatroom"));
  }

  @Test
  void notesTellAllChatsInOrderButSpecialOnes() {
    StatusNote note = new StatusNote(4, List.of(MEI, UserName.FILE_HELPER, TEAM));

    assertThat(RealIds.of(noted(note), Kinds.SELF))
        .containsExactly(Map.entry(MEI, "wxid_mei"), Map.entry(TEAM, "123456@chatroom"));
  }

  @Test
  void aNoteOfAnotherLengthTellsNothing() {
    MessageItem noted = noted(new StatusNote(4, List.of(MEI, TEAM)));
    MessageItem shorter = with(noted, noted.content().replace("wxid_mei,", ""));

    assertThat(RealIds.of(shorter, Kinds.SELF)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"@0a1b2c", "v1_abcdef@stranger", "", "123456@chatroom", "wxid mei"})
  void whatIsNoPersonsIdIsNone(String id) {
    Recall recall = new Recall(new MessageId(1), "taken back", id);

    assertThat(RealIds.of(item(recall), MEI)).isEmpty();
  }

  @Test
  void whoeverSharedSomethingFirstIsNotWhoHandsItOn() {
    Kinds.all()
        .filter(kind -> !(kind instanceof Card) && !(kind instanceof FriendRequest))
        .filter(kind -> !(kind instanceof Recall))
        .forEach(kind -> assertThat(RealIds.of(item(kind), MEI)).as(kind.toString()).isEmpty());
  }

  private static MessageItem item(MessageKind kind) {
    return kind.item(Kinds.PRIVATE, STYLE);
  }

  private static MessageItem noted(StatusNote note) {
    return note.draft(STYLE).item(Kinds.PRIVATE);
  }

  private static MessageItem with(MessageItem item, String content) {
    return new MessageItem(
        item.id(),
        item.from(),
        item.to(),
        item.type(),
        content,
        item.status(),
        item.created(),
        item.media(),
        item.appType(),
        item.note(),
        item.recommendation(),
        item.subType(),
        item.original());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.event.Event;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Room;
import dev.hongyan.protocol.contact.Traits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoomWatchTest {

  private static final UserName TEAM = new UserName("@@team");
  private static final Member MEI = Member.of(new UserName("@mei"), "梅", "");
  private static final Member BO = Member.of(new UserName("@bo"), "波", "");
  private static final Member AN = Member.of(new UserName("@an"), "安", "");

  private final List<Event> events = new ArrayList<>();
  private final RoomWatch watch = new RoomWatch(events::add);

  @Test
  void aRoomSeenForTheFirstTimeIsNoNews() {
    watch.see(room("team", MEI, BO));

    assertThat(events).isEmpty();
  }

  @Test
  void whoLeftIsToldBeforeWhoCameAndTheNameLast() {
    watch.see(room("team", MEI, BO));

    watch.see(room("crew", AN, MEI));

    assertThat(events)
        .containsExactly(
            new Event.MembersLeft(TEAM, List.of(BO)),
            new Event.MembersJoined(TEAM, List.of(AN)),
            new Event.RoomRenamed(TEAM, "team", "crew"));
  }

  @Test
  void orderAndNamesOfMembersAreNoNews() {
    watch.see(room("team", MEI, BO));

    watch.see(room("team", BO, Member.of(MEI.userName(), "梅", "小梅")));

    assertThat(events).isEmpty();
  }

  @Test
  void aRoomWithoutMembersWasNotReadInFull() {
    watch.see(room("team", MEI));

    watch.see(room("crew"));
    watch.see(room("team", MEI, BO));

    assertThat(events).containsExactly(new Event.MembersJoined(TEAM, List.of(BO)));
  }

  @Test
  void nothingIsToldOfWhatARoomWasBeforeItWasForgotten() {
    watch.see(room("team", MEI));

    watch.forget(TEAM);
    watch.see(room("crew", BO));

    assertThat(events).isEmpty();
  }

  @Test
  void peopleAreNoRooms() {
    Contact mei = contact(MEI.userName(), "梅", List.of());

    watch.see(mei);
    watch.see(contact(MEI.userName(), "Plum", List.of(BO)));

    assertThat(events).isEmpty();
  }

  private static Contact room(String name, Member... members) {
    return contact(TEAM, name, List.of(members));
  }

  private static Contact contact(UserName userName, String name, List<Member> members) {
    return new Contact(
        0,
        userName,
        Names.of(name),
        Traits.NONE,
        "",
        new ContactFlags(2),
        Room.of(members, "", false));
  }
}

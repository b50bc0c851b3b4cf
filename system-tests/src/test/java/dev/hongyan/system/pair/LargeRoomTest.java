// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.people.Entrant.Standing;
import dev.hongyan.client.people.RoomOutcome;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Room;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A room of five hundred: read whole, spoken in, and full. */
@Timeout(120)
@ExtendWith(HongyanExtension.class)
class LargeRoomTest {

  private static final int MOST = 500;

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Event> events = new CopyOnWriteArrayList<>();

  @Test
  void theLastSeatIsTakenByPhoneAndThenItIsFull(TestServer server) throws InterruptedException {
    Person mei = server.person("mei");
    Person bo = server.person("bo");
    Person an = server.person("an");
    List<Person> guests = guests(server, MOST - 3);
    Room room = open(server, mei, guests);
    try (WirePair pair = WirePair.at(server)) {
      pair.client().onText((chat, text) -> heard.add(text.sender().name() + ": " + text.content()));
      var _ = pair.client().subscribe(1000, Overflow.DROP_OLDEST, events::add);
      pair.online("lin");
      Chat big = pair.chat("大群");
      UserName friend = pair.chat("波").userName();
      UserName late = pair.chat("安").userName();

      assertThat(names(big)).hasSize(MOST - 1).contains("客0", "客" + (MOST - 4), "梅", "林");
      guests.getLast().says("在吗").to(room);
      server.elapse(Duration.ofSeconds(2));
      assertThat(heard).containsExactly("客" + (MOST - 4) + ": 在吗");
      assertThat(big.send("在")).isInstanceOf(SendOutcome.Sent.class);

      assertThat(standings(big.invite(List.of(friend)))).containsExactly(Standing.INVITED);
      assertThat(names(big)).hasSize(MOST - 1).doesNotContain("波");
      bo.in(room).accepts();
      mei.says("欢迎").to(room);
      server.elapse(Duration.ofMinutes(1));
      assertThat(names(big)).hasSize(MOST).contains("波");
      assertThat(events)
          .filteredOn(Event.MembersJoined.class::isInstance)
          .singleElement()
          .satisfies(joined ->
              assertThat(((Event.MembersJoined) joined).members())
                  .extracting(Member::userName)
                  .containsExactly(friend));

      assertThat(big.invite(List.of(late))).isInstanceOf(RoomOutcome.Refused.class);
      assertThat(names(big)).hasSize(MOST);
      assertThat(an.messages()).isEmpty();
    }
    assertThat(server.violations().list()).isEmpty();
  }

  private static List<Person> guests(TestServer server, int count) {
    List<Person> guests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      guests.add(server.cast().enters("guest-" + i, "客" + i));
    }
    return guests;
  }

  private static Room open(TestServer server, Person owner, List<Person> guests) {
    List<Person> members = new ArrayList<>(guests);
    members.add(server.person("lin"));
    guests.forEach(owner::befriends);
    return server.cast().opens(owner, "big", "大群", members.toArray(Person[]::new));
  }

  private static Set<String> names(Chat room) {
    Set<String> names = new HashSet<>();
    room.members().forEach(member -> names.add(member.nickName()));
    return names;
  }

  private static List<Standing> standings(RoomOutcome outcome) {
    return outcome instanceof RoomOutcome.Done done
        ? done.people().stream().map(entrant -> entrant.standing()).toList()
        : List.of();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.UserName;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(10)
class ContactTest {

  private static final UserName SELF = new UserName("@lin");

  @ParameterizedTest
  @CsvSource({
    "@lin, 24, 1, SELF",
    "@@team, 8, 0, ROOM",
    "weixin, 56, 3, SPECIAL",
    "fmessage, 0, 0, SPECIAL",
    "@news, 8, 1, OFFICIAL",
    "@news, 24, 0, OFFICIAL",
    "@mei, 0, 3, FRIEND",
    "@shop, 1, 2051, FRIEND",
    "@passerby, 0, 0, STRANGER",
    "@passerby, 0, 2, STRANGER"
  })
  void theFirstRuleThatFitsTellsWhatSomebodyIs(
      String userName, int verified, int flags, ContactKind kind) {
    Contact contact = contact(userName, verified, flags);

    assertThat(contact.kind(SELF)).isEqualTo(kind);
  }

  @Test
  void aRoomWithoutANameGoesByTenOfItsMembers() {
    List<Member> members =
        IntStream.rangeClosed(1, 12)
            .mapToObj(i -> Member.of(new UserName("@" + i), "n" + i, i == 2 ? "two" : ""))
            .toList();

    assertThat(room("", members).shownName()).isEqualTo("n1, two, n3, n4, n5, n6, n7, n8, n9, n10");
    assertThat(room("team", members).shownName()).isEqualTo("team");
    assertThat(contact("@mei", 0, 1).shownName()).isEmpty();
  }

  private static Contact contact(String userName, int verified, int flags) {
    Traits traits = new Traits(0, "", verified, false, 0, "", "", "", 0, "");
    return new Contact(
        0, new UserName(userName), Names.NONE, traits, "", new ContactFlags(flags), Room.NONE);
  }

  private static Contact room(String name, List<Member> members) {
    return new Contact(
        0,
        new UserName("@@room"),
        Names.of(name),
        Traits.NONE,
        "",
        ContactFlags.NONE,
        Room.of(members, "", false));
  }
}

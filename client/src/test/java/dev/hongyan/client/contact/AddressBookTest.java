// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Room;
import dev.hongyan.protocol.contact.Traits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class AddressBookTest {

  private static final UserName TEAM = new UserName("@@team");

  private final AddressBook book = new AddressBook();

  @Test
  void aHalfEmptyCardTakesNoFullOnesPlace() {
    Contact full = room("Team", Member.of(new UserName("@mei"), "Plum", ""));
    book.put(full);

    book.hint(room(""));

    assertThat(book.find(TEAM)).contains(full);
  }

  @Test
  void aHalfEmptyCardIsBetterThanNone() {
    book.hint(room("Team"));

    assertThat(book.find(TEAM)).contains(room("Team"));
  }

  private static Contact room(String name, Member... members) {
    return new Contact(
        0,
        TEAM,
        Names.of(name),
        Traits.NONE,
        "",
        new ContactFlags(2),
        Room.of(List.of(members), "", false));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.time.Randomness;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class UserNamesTest {

  private static final String HEX_32 = "[0-9a-f]{32}";
  private static final String HEX_64 = "[0-9a-f]{64}";

  private final Randomness randomness = Randomness.seeded(11);
  private final UserNames names = new UserNames(randomness.bytes(UserNames.KEY_LENGTH));

  @Test
  void haveTheShapesOfTheService() {
    assertThat(names.of(account(AccountKind.PERSON, 5, 1))).matches("@" + HEX_64);
    assertThat(names.of(account(AccountKind.PERSON, 5, 3))).matches("@" + HEX_32);
    assertThat(names.of(account(AccountKind.OFFICIAL, 6, 1))).matches("@" + HEX_32);
    assertThat(names.of(account(AccountKind.SPECIAL, 7, 1))).isEqualTo("name-7");
    assertThat(names.of(new RoomId(8))).matches("@@" + HEX_64);
    assertThat(names.encryptedOf(new RoomId(8))).matches("@" + HEX_32);
  }

  @Test
  void openToWhatTheyHide() {
    AccountId person = new AccountId(Long.MAX_VALUE);
    RoomId room = new RoomId(1L << 40);

    assertThat(names.open(names.of(account(AccountKind.PERSON, Long.MAX_VALUE, 1))))
        .contains(person);
    assertThat(names.open(names.of(account(AccountKind.PERSON, Long.MAX_VALUE, 3))))
        .contains(person);
    assertThat(names.open(names.of(room))).contains(room);
    assertThat(names.open(names.encryptedOf(room))).contains(room);
  }

  @Test
  void areTheSameAgainUnderTheSameKeyOnly() {
    byte[] key = randomness.bytes(UserNames.KEY_LENGTH);
    Account lin = account(AccountKind.PERSON, 30, 1);

    String name = new UserNames(key).of(lin);

    assertThat(new UserNames(key).of(lin)).isEqualTo(name);
    assertThat(names.of(lin)).isNotEqualTo(name);
    assertThat(names.open(name)).isEmpty();
  }

  @Test
  void ofManySessionsNeverOpenInAnother() {
    Account lin = account(AccountKind.PERSON, 30, 3);
    for (int i = 0; i < 2000; i++) {
      UserNames other = new UserNames(randomness.bytes(UserNames.KEY_LENGTH));

      assertThat(names.open(other.of(lin))).isEmpty();
      assertThat(names.open(other.of(new RoomId(30)))).isEmpty();
    }
  }

  @Test
  void noticeEveryChangedDigit() {
    String name = names.of(account(AccountKind.PERSON, 30, 1));
    for (int i = 1; i < name.length(); i++) {
      char changed = name.charAt(i) == '0' ? '1' : '0';

      assertThat(names.open(name.substring(0, i) + changed + name.substring(i + 1)))
          .as("digit %s", i)
          .isEmpty();
    }
  }

  @Test
  void wantTheSignOfTheirKind() {
    String person = names.of(account(AccountKind.PERSON, 30, 1));
    String room = names.of(new RoomId(8));

    assertThat(names.open("@" + person)).isEmpty();
    assertThat(names.open(person.substring(1))).isEmpty();
    assertThat(names.open(room.substring(1))).isEmpty();
    assertThat(names.open("@" + names.encryptedOf(new RoomId(8)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@", "@@", "filehelper", "@zz", "@00112233445566778899aabbccddeefg"})
  void doNotOpenWhatIsNone(String name) {
    assertThat(names.open(name)).isEmpty();
  }

  @Test
  void differForEverybody() {
    Set<String> seen = new HashSet<>();
    for (long id = 1; id <= 1000; id++) {
      seen.add(names.of(account(AccountKind.PERSON, id, 1)));
      seen.add(names.of(account(AccountKind.PERSON, id, 3)));
      seen.add(names.of(new RoomId(id)));
      seen.add(names.encryptedOf(new RoomId(id)));
    }
    assertThat(seen).hasSize(4000);
  }

  private static Account account(AccountKind kind, long id, int trait) {
    return new Account(
        new AccountId(id),
        "name-" + id,
        kind,
        1,
        Profile.of("x"),
        0,
        1,
        trait,
        "wxid_x",
        Switches.STANDARD);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.protocol.contact.Traits;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is remembered of somebody to know him again (protocol reference 4.11).
 *
 * @param uin 0 if unknown, as it nearly always is
 * @param realId the permanent id behind the user names, empty unless it has leaked
 * @param picture number of the picture, another one when it changes; 0 if unknown
 * @param company of a person, the rooms that he is in; of a room, its members
 */
public record Portrait(
    Kind kind,
    long uin,
    String realId,
    String alias,
    String keyWord,
    String nickName,
    String remarkName,
    long picture,
    long attributes,
    int sex,
    String province,
    String city,
    String signature,
    boolean owned,
    Set<StableId> company) {

  /** What somebody can be. One kind is never taken for another. */
  public enum Kind {
    /** A friend, or a stranger in a room. */
    PERSON,
    /** An official account. */
    OFFICIAL,
    /** A chat room. */
    ROOM
  }

  private static final Pattern PICTURE = Pattern.compile("[?&]seq=(?<seq>[0-9]{1,18})(?:&|$)");

  public Portrait {
    company = Set.copyOf(company);
  }

  /** Somebody as the address book has him, alone. */
  public static Portrait of(Contact contact) {
    Names names = contact.names();
    Traits traits = contact.traits();
    return new Portrait(
        kind(contact),
        contact.uin(),
        "",
        traits.alias(),
        traits.keyWord(),
        names.nickName(),
        names.remarkName(),
        picture(contact.headImage()),
        traits.attributes(),
        traits.sex(),
        traits.province(),
        traits.city(),
        traits.signature(),
        contact.room().isOwned(),
        Set.of());
  }

  /** Somebody of whom nothing is known but what a room's list of members tells. */
  public static Portrait of(Member member) {
    return new Portrait(
        Kind.PERSON,
        member.uin(),
        "",
        "",
        member.keyWord(),
        member.nickName(),
        "",
        0,
        member.attributes(),
        0,
        "",
        "",
        "",
        false,
        Set.of());
  }

  /** The account itself. */
  public static Portrait of(Self self) {
    return new Portrait(
        Kind.PERSON,
        self.uin(),
        "",
        "",
        "",
        self.names().nickName(),
        "",
        picture(self.headImage()),
        0,
        self.sex(),
        "",
        "",
        self.signature(),
        false,
        Set.of());
  }

  /** The same with the id that has become known. */
  public Portrait known(String newRealId) {
    return with(newRealId, company);
  }

  /** The same in this company. */
  public Portrait in(Set<StableId> newCompany) {
    return with(realId, newCompany);
  }

  private Portrait with(String newRealId, Set<StableId> newCompany) {
    return new Portrait(
        kind,
        uin,
        newRealId,
        alias,
        keyWord,
        nickName,
        remarkName,
        picture,
        attributes,
        sex,
        province,
        city,
        signature,
        owned,
        newCompany);
  }

  private static Kind kind(Contact contact) {
    if (contact.userName().isRoom()) {
      return Kind.ROOM;
    }
    return contact.traits().isOfficial() ? Kind.OFFICIAL : Kind.PERSON;
  }

  private static long picture(String address) {
    Matcher m = PICTURE.matcher(address);
    return m.find() ? Long.parseLong(m.group("seq")) : 0;
  }

  /** The kind only: names and traits are people's own. */
  @Override
  public String toString() {
    return "portrait of a " + kind;
  }
}

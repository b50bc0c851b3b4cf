// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Pinyin;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.protocol.contact.Traits;
import dev.hongyan.protocol.message.Stranger;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.AccountKind;
import dev.hongyan.server.world.Accounts;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.Membership;
import dev.hongyan.server.world.Profile;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.RoomId;
import dev.hongyan.server.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * People and rooms as a guest sees them, in the objects of protocol reference 4: complete ones for
 * contact lists and batches, half-empty ones for init.
 */
record ContactCards(World world) {

  private static final String PERSON_PICTURE = "webwxgeticon";
  private static final String ROOM_PICTURE = "webwxgetheadimg";
  private static final int HAS_ALBUM = 1;

  /** Flags of oneself in the contact list, seen once (protocol reference 4.4). */
  private static final ContactFlags SELF = new ContactFlags(7);

  /** Somebody as his own session's first answer tells him. */
  Self self(Guest guest) {
    Account account = guest.account();
    Profile profile = account.profile();
    return new Self(
        account.uin(),
        guest.self(),
        new Names(profile.nickName(), "", "", pinyin(profile.spelling()), Pinyin.NONE),
        picture(PERSON_PICTURE, account.pictureVersion(), guest.self(), guest),
        sex(account),
        profile.signature(),
        true,
        HAS_ALBUM);
  }

  /** What stands for everybody's own phone. */
  AccountId fileHelper() {
    return world.accounts().named(Accounts.FILE_HELPER).orElseThrow().id();
  }

  /** The same as a contact. */
  Contact fileHelper(Guest guest) {
    return person(world.accounts().account(fileHelper()), guest);
  }

  /** The file helper's page sees nobody else. */
  private boolean mayLookAt(Guest guest, AccountId other) {
    return guest.isFileHelper()
        ? other.equals(fileHelper())
        : world.contacts().mayLookAt(guest.account().id(), other);
  }

  private Optional<Membership> membership(Guest guest, RoomId room) {
    return guest.isFileHelper()
        ? Optional.empty()
        : world.rooms().membership(guest.account().id(), room);
  }

  /** Somebody as a message tells him. */
  Stranger stranger(Account account, Guest guest) {
    Profile profile = account.profile();
    return new Stranger(
        guest.name(account),
        profile.nickName(),
        profile.alias(),
        profile.province(),
        profile.city(),
        profile.signature(),
        sex(account),
        account.verifyFlag());
  }

  /** An account that the guest may look at; a friend, himself or a stranger. */
  Contact person(Account account, Guest guest) {
    Optional<dev.hongyan.server.world.Contact> entry =
        world.contacts().find(guest.account().id(), account.id());
    return person(account, entry, guest);
  }

  /** The same where the entry of the guest's address book is at hand. */
  Contact person(dev.hongyan.server.world.Contact entry, Guest guest) {
    return person(entry.account(), Optional.of(entry), guest);
  }

  private Contact person(
      Account account, Optional<dev.hongyan.server.world.Contact> entry, Guest guest) {
    UserName userName = guest.name(account);
    Profile profile = account.profile();
    String remark = entry.map(dev.hongyan.server.world.Contact::remark).orElse("");
    boolean starred = entry.map(dev.hongyan.server.world.Contact::starred).orElse(false);
    return new Contact(
        0,
        userName,
        new Names(profile.nickName(), remark, "", pinyin(profile.spelling()), Pinyin.NONE),
        new Traits(
            sex(account),
            profile.signature(),
            account.verifyFlag(),
            starred,
            account.trait(),
            profile.province(),
            profile.city(),
            profile.alias(),
            HAS_ALBUM,
            account.keyWord()),
        picture(PERSON_PICTURE, account.pictureVersion(), userName, guest),
        flags(account, entry, guest),
        dev.hongyan.protocol.contact.Room.NONE);
  }

  private static ContactFlags flags(
      Account account, Optional<dev.hongyan.server.world.Contact> entry, Guest guest) {
    if (guest.is(account.id())) {
      return SELF;
    }
    if (account.kind() == AccountKind.SPECIAL) {
      return new ContactFlags(ContactFlags.CONTACT | ContactFlags.CHAT);
    }
    return entry.map(ContactCards::flags).orElse(ContactFlags.NONE);
  }

  private static ContactFlags flags(dev.hongyan.server.world.Contact entry) {
    ContactFlags flags = new ContactFlags(ContactFlags.CONTACT | ContactFlags.CHAT);
    flags = entry.starred() ? flags.with(ContactFlags.STAR) : flags;
    flags = entry.muted() ? flags.with(ContactFlags.MUTED) : flags;
    flags = entry.blocked() ? flags.with(ContactFlags.BLOCKED) : flags;
    return entry.pinned() ? flags.with(ContactFlags.PINNED) : flags;
  }

  /** A room with everything that a batch answer tells of it (protocol reference 3.9). */
  Contact room(Membership membership, Guest guest) {
    Room room = membership.room();
    Map<AccountId, String> remarks = world.contacts().remarks(guest.account().id(), room.id());
    List<Member> members =
        world.rooms().members(room.id()).stream().map(m -> member(m, remarks, guest)).toList();
    return room(
        membership,
        guest,
        roomFlags(membership).with(ContactFlags.CHAT),
        new dev.hongyan.protocol.contact.Room(
            members.size(),
            members,
            membership.muted() ? 0 : 1,
            guest.session().userNames().encryptedOf(room.id()),
            guest.is(room.owner())));
  }

  /** A saved room in the contact list: without its members (protocol reference 3.8). */
  Contact savedRoom(Membership membership, Guest guest) {
    return room(
        membership,
        guest,
        roomFlags(membership).with(ContactFlags.CONTACT | ContactFlags.CHAT),
        new dev.hongyan.protocol.contact.Room(
            0, List.of(), membership.muted() ? 0 : 1, "", guest.is(membership.room().owner())));
  }

  private static Contact room(
      Membership membership,
      Guest guest,
      ContactFlags flags,
      dev.hongyan.protocol.contact.Room inside) {
    Room room = membership.room();
    UserName userName = guest.name(room.id());
    return new Contact(
        0,
        userName,
        Names.of(room.topic()),
        Traits.NONE,
        picture(ROOM_PICTURE, room.pictureVersion(), userName, guest),
        flags,
        inside);
  }

  /** A saved room says so wherever it is told (protocol reference 4.8). */
  private static ContactFlags roomFlags(Membership membership) {
    ContactFlags flags =
        membership.saved() ? new ContactFlags(ContactFlags.CONTACT) : ContactFlags.NONE;
    return membership.pinned() ? flags.with(ContactFlags.PINNED) : flags;
  }

  /** The guest's remark stands in the nick name's place (protocol reference 4.3). */
  private static Member member(
      dev.hongyan.server.world.Member member, Map<AccountId, String> remarks, Guest guest) {
    Account account = member.account();
    return new Member(
        0,
        guest.name(account),
        remarks.getOrDefault(account.id(), account.profile().nickName()),
        account.trait(),
        0,
        member.displayName(),
        account.keyWord());
  }

  /** A recent chat as init tells it: rooms without names of members, no second ids. */
  Contact halfEmpty(Contact full, Guest guest) {
    dev.hongyan.protocol.contact.Room inside = full.room();
    List<Member> nameless =
        inside.members().stream().map(m -> Member.of(m.userName(), "", "")).toList();
    boolean isRoom = full.userName().isRoom();
    return new Contact(
        full.uin(),
        full.userName(),
        new Names(full.names().nickName(), full.names().remarkName(), "", Pinyin.NONE, Pinyin.NONE),
        full.traits(),
        isRoom ? picture(ROOM_PICTURE, 0, full.userName(), guest) : full.headImage(),
        isRoom ? ContactFlags.NONE : full.flags(),
        new dev.hongyan.protocol.contact.Room(
            inside.memberCount(), nameless, inside.notices(), "", inside.isOwned()));
  }

  /** Anybody or any room that the guest may look at. */
  Optional<Contact> of(ChatId id, Guest guest) {
    return switch (id) {
      case RoomId room -> membership(guest, room).map(m -> room(m, guest));
      case AccountId account ->
          world
              .accounts()
              .find(account)
              .filter(_ -> mayLookAt(guest, account))
              .map(found -> person(found, guest));
    };
  }

  /** The names of those that the guest may look at. */
  List<UserName> names(List<ChatId> ids, Guest guest) {
    return ids.stream()
        .filter(id ->
            switch (id) {
              case RoomId room -> membership(guest, room).isPresent();
              case AccountId account -> mayLookAt(guest, account);
            })
        .map(id -> name(id, guest))
        .toList();
  }

  /** Anybody or any room by the name that this session has for it, known or not. */
  UserName name(ChatId id, Guest guest) {
    return switch (id) {
      case RoomId room -> guest.name(room);
      case AccountId account -> guest.name(world.accounts().account(account));
    };
  }

  /** The id that user names hide. */
  String realId(ChatId id) {
    return switch (id) {
      case RoomId room -> room.value() + "@chatroom";
      case AccountId account -> world.accounts().account(account).realId();
    };
  }

  /** Whom a user name means in this session; special accounts go by their own names. */
  Optional<ChatId> open(UserName name, Guest guest) {
    if (guest.isFileHelper() && !name.equals(UserName.FILE_HELPER)) {
      return Optional.empty();
    }
    return name.isSpecial()
        ? world
            .accounts()
            .named(name.value())
            .filter(account -> account.kind() == AccountKind.SPECIAL)
            .map(Account::id)
        : guest.session().userNames().open(name.value());
  }

  /** Whom or what a user name means, if the guest may look at it. */
  Optional<ChatId> visible(UserName name, Guest guest) {
    return open(name, guest)
        .filter(id ->
            switch (id) {
              case RoomId room -> membership(guest, room).isPresent();
              case AccountId account ->
                  world.accounts().find(account).isPresent() && mayLookAt(guest, account);
            });
  }

  /** The account that a user name means, if it is one that the guest may look at. */
  Optional<Account> visibleAccount(UserName name, Guest guest) {
    return visible(name, guest)
        .filter(AccountId.class::isInstance)
        .map(id -> world.accounts().account((AccountId) id));
  }

  private static Pinyin pinyin(String spelling) {
    StringBuilder initials = new StringBuilder();
    for (String syllable : spelling.split(" ", -1)) {
      if (!syllable.isEmpty()) {
        initials.append(syllable.substring(0, 1).toUpperCase(Locale.ROOT));
      }
    }
    return new Pinyin(initials.toString(), spelling.replace(" ", ""));
  }

  /** As the protocol counts it. */
  static int sex(Account account) {
    return switch (account.profile().sex()) {
      case UNKNOWN -> 0;
      case MALE -> 1;
      case FEMALE -> 2;
    };
  }

  private static String picture(String call, int version, UserName name, Guest guest) {
    return "/cgi-bin/mmwebwx-bin/%s?seq=%d&username=%s&skey=%s"
        .formatted(call, version, name, guest.session().secrets().skey());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.cases;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.SyncKey.Pair;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Pinyin;
import dev.hongyan.protocol.contact.Room;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.protocol.contact.Traits;
import dev.hongyan.protocol.message.MediaFields;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.Recommendation;
import dev.hongyan.protocol.message.StatusNote;
import dev.hongyan.protocol.sync.ContactChange;
import dev.hongyan.protocol.sync.ContactGone;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.ProfileChange;
import dev.hongyan.protocol.sync.Subscription;
import dev.hongyan.protocol.sync.Sync;
import java.time.Instant;
import java.util.List;

/** Invented people, rooms and messages in which no two members of a kind have the same value. */
final class SampleValues {

  static final UserName SELF = new UserName("@0a1b2c3d4e5f60718293a4b5c6d7e8f9");
  static final UserName FRIEND = new UserName("@" + "5c0f".repeat(16));
  static final UserName STRANGER = new UserName("@" + "77aa".repeat(16));
  static final UserName ROOM = new UserName("@@" + "9be1".repeat(16));

  static final SyncKey KEY =
      new SyncKey(
          List.of(
              new Pair(1, 700_000_101),
              new Pair(2, 700_000_120),
              new Pair(3, 700_000_088),
              new Pair(1000, 1_699_999_173)));

  private static final SyncKey NEXT_KEY =
      new SyncKey(List.of(new Pair(2, 700_000_121), new Pair(201, 1_700_000_034)));

  private static final Instant TIME = Instant.ofEpochSecond(1_700_000_034);

  private SampleValues() {}

  static Contact friend() {
    return new Contact(
        2_147_483_648L,
        FRIEND,
        new Names(
            "Anna <span class=\"emoji emoji1f602\"></span>",
            "Anna (office)",
            "White",
            new Pinyin("A", "Anna"),
            new Pinyin("AO", "Annaoffice")),
        new Traits(
            2, "line\nfeed &amp; \u2005", 8, true, 2_147_584_103L, "浙江", "杭州", "anna7", 17, "gh_"),
        "/cgi-bin/mmwebwx-bin/webwxgeticon?seq=696335334&username=" + FRIEND + "&skey=",
        new ContactFlags(67),
        Room.NONE);
  }

  static Contact stranger() {
    return new Contact(0, STRANGER, Names.of("Cem"), Traits.NONE, "", ContactFlags.NONE, Room.NONE);
  }

  static Contact savedRoom() {
    return new Contact(
        0,
        ROOM,
        Names.of("象棋"),
        Traits.NONE,
        "",
        new ContactFlags(3),
        Room.of(List.of(), "", false));
  }

  static Contact room() {
    List<Member> members =
        List.of(
            new Member(7, FRIEND, "Anna (office)", 135_461, 3, "White", "ann"),
            Member.of(STRANGER, "Cem", ""),
            Member.of(SELF, "Bo", "Black"));
    return new Contact(
        0,
        ROOM,
        Names.of("象棋"),
        Traits.NONE,
        "/cgi-bin/mmwebwx-bin/webwxgetheadimg?seq=0&username=" + ROOM + "&skey=",
        new ContactFlags(2),
        Room.of(members, "@" + "441a".repeat(8), true));
  }

  static Init.Reply init() {
    return new Init.Reply(
        Status.OK,
        List.of(stranger(), room()),
        KEY,
        new Self(
            2_450_346_660L,
            SELF,
            new Names("Bo", "me", "", new Pinyin("B", "Bo"), Pinyin.NONE),
            "/cgi-bin/mmwebwx-bin/webwxgeticon?seq=1&username=" + SELF,
            1,
            "playing",
            true,
            17),
        List.of(UserName.FILE_HELPER, FRIEND, ROOM),
        new Secret(Cases.SKEY),
        TIME,
        List.of(
            new Subscription(
                new UserName("@" + "d00d".repeat(8)),
                List.of(new Subscription.Article("title", "digest", "cover", "https://a.example/")),
                1_700_000_001,
                "News")));
  }

  static Sync.Reply sync() {
    return new Sync.Reply(
        Status.OK,
        List.of(message(), chats()),
        List.of(change()),
        List.of(new ContactGone(STRANGER, new ContactFlags(2))),
        new ProfileChange(ProfileChange.CHANGED, "Bo", "bo7", 1, "/new", "resting"),
        true,
        NEXT_KEY,
        new Secret(Cases.SKEY),
        KEY);
  }

  private static ContactChange change() {
    Contact friend = friend();
    return new ContactChange(
        new Contact(
            0,
            friend.userName(),
            new Names("Anna", "A.", "", Pinyin.NONE, Pinyin.NONE),
            new Traits(2, "new", 8, false, 2_147_584_103L, "浙江", "杭州", "anna7", 17, "ann"),
            "/changed",
            new ContactFlags(3),
            new Room(1, List.of(Member.of(FRIEND, "Anna", "W")), 1, "", false)),
        SELF,
        true);
  }

  private static MessageItem message() {
    return new MessageItem(
        new MessageId(1_159_549_798_484_970_886L),
        ROOM,
        SELF,
        49,
        FRIEND + ":<br/>@Bo\u2005e4 &amp; e5 <span class=\"emoji emoji1f602\"></span>",
        4,
        TIME,
        new MediaFields(
            2,
            1200,
            7,
            "plan &amp; map.pdf",
            "1300000",
            "@crypt_5e6f7a8b_77",
            "https://a.example/?b&amp;c",
            true,
            100,
            66,
            "plan%20%26%20map%2Epdf"),
        6,
        StatusNote.NONE,
        new Recommendation(
            STRANGER,
            "Dana",
            "北京",
            "海淀",
            "hi, Dana here",
            "sig",
            "dana7",
            14,
            24,
            98_407,
            2,
            new Secret("v2_9f8e7d@stranger"),
            3),
        48,
        "<msg/>");
  }

  private static MessageItem chats() {
    return new MessageItem(
        new MessageId(3_522_000_000_000_000_042L),
        SELF,
        SELF,
        51,
        "",
        3,
        TIME,
        MediaFields.NONE,
        0,
        new StatusNote(StatusNote.CHATS, List.of(FRIEND, UserName.FILE_HELPER, ROOM)),
        Recommendation.NONE,
        0,
        "");
  }
}

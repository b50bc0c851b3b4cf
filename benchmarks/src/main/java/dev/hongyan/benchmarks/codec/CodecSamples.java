// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.codec;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Pinyin;
import dev.hongyan.protocol.contact.Room;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.protocol.contact.Traits;
import dev.hongyan.protocol.message.MediaFields;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.Recommendation;
import dev.hongyan.protocol.message.StatusNote;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.ProfileChange;
import dev.hongyan.protocol.sync.Sync;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Replies of the size that a busy account sees; everybody in them is invented. */
final class CodecSamples {

  private static final String SKEY = "@crypt_1a2b3c4d_0123456789abcdef0123456789abcdef";
  private static final Instant TIME = Instant.ofEpochSecond(1_700_000_034);
  private static final UserName SELF = name(0);

  private static final SyncKey KEY =
      new SyncKey(
          IntStream.of(1, 2, 3, 11, 201, 1000, 1001)
              .mapToObj(k -> new SyncKey.Pair(k, 700_000_000L + k))
              .toList());

  private CodecSamples() {}

  /** An init with this many contacts, about a kilobyte each. */
  static Init.Reply init(int contacts) {
    return new Init.Reply(
        Status.OK,
        IntStream.rangeClosed(1, contacts).mapToObj(CodecSamples::contact).toList(),
        KEY,
        new Self(2_450_346_660L, SELF, Names.of("Bo"), "/icon?seq=1", 1, "playing", true, 17),
        List.of(UserName.FILE_HELPER, name(1), name(2)),
        new Secret(SKEY),
        TIME,
        List.of());
  }

  /** A sync with this many texts. */
  static Sync.Reply sync(int messages) {
    return new Sync.Reply(
        Status.OK,
        IntStream.rangeClosed(1, messages).mapToObj(CodecSamples::message).toList(),
        List.of(),
        List.of(),
        ProfileChange.NONE,
        false,
        KEY,
        Secret.NONE,
        KEY);
  }

  private static UserName name(int number) {
    return new UserName("@" + "%064x".formatted(number * 0x9E3779B97F4AL));
  }

  private static Contact contact(int number) {
    UserName name = name(number);
    return new Contact(
        0,
        name,
        new Names(
            "梅兰 " + number + " <span class=\"emoji emoji1f602\"></span>",
            "Anna " + number,
            "",
            new Pinyin("ML" + number, "meilan" + number),
            new Pinyin("A" + number, "Anna" + number)),
        new Traits(
            number % 3,
            "a signature of ordinary length, 和一点中文 " + number,
            0,
            number % 50 == 0,
            33_786_685L + number,
            "浙江",
            "杭州",
            "",
            17,
            "ann"),
        "/cgi-bin/mmwebwx-bin/webwxgeticon?seq=" + number + "&username=" + name + "&skey=" + SKEY,
        new ContactFlags(3),
        Room.NONE);
  }

  private static MessageItem message(int number) {
    return new MessageItem(
        new MessageId(1_159_549_798_484_970_886L + number),
        name(number),
        SELF,
        1,
        "see you at eight, 老地方 &amp; bring the <span class=\"emoji emoji1f602\"></span> " + number,
        3,
        TIME,
        MediaFields.NONE,
        0,
        StatusNote.NONE,
        Recommendation.NONE,
        0,
        "");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.recording;

import java.util.Set;

/** Words of the protocol that say nothing about anybody; a recording keeps them. */
final class Vocabulary {

  private static final Set<String> WORDS =
      Set.of(
          // truth, types of queries, languages, the web page's own number
          "0",
          "1",
          "true",
          "false",
          "new",
          "v2",
          "desktop",
          "zh_CN",
          "zh_TW",
          "en_US",
          "all ok",
          "wx782c26e4c19acffb",
          // of the XML in messages (protocol reference 5.8, 5.13)
          "view",
          "revokemsg",
          "media:0_0",
          // sizes of pictures, kinds of uploads (protocol reference 3.18, 3.20)
          "slave",
          "big",
          "location",
          "pic",
          "doc",
          "video",
          // special accounts (protocol reference 4.7)
          "filehelper",
          "weixin",
          "fmessage",
          "newsapp",
          "medianote",
          "floatbottle",
          "qmessage",
          "qqmail",
          "tmessage",
          "notifymessage",
          "notification_messages",
          "officialaccounts",
          "brandsessionholder",
          "weixinreminder",
          "wxitil");

  private Vocabulary() {}

  static boolean contains(String word) {
    return WORDS.contains(word);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.Switch;

/** What the service says when it does not open or change a room (protocol reference 3.28, 3.29). */
enum RoomWording {
  CHINESE("操作太频繁，请稍后再试。", "你今天创建的群聊过多，请明天再试。", "创建群聊失败", "群聊人数已达上限。"),
  ENGLISH(
      "Operation too frequent. Try again later.",
      "You have created too many group chats today. Try again tomorrow.",
      "Creating the group chat failed.",
      "The group chat is full.");

  private final String tooFrequent;
  private final String tooMany;
  private final String failed;
  private final String full;

  RoomWording(String tooFrequent, String tooMany, String failed, String full) {
    this.tooFrequent = tooFrequent;
    this.tooMany = tooMany;
    this.failed = failed;
    this.full = full;
  }

  static RoomWording of(Account account) {
    return switch (account.switches().of(Switch.LANGUAGE)) {
      case ZH_CN -> CHINESE;
      case EN_US -> ENGLISH;
    };
  }

  String tooFrequent() {
    return tooFrequent;
  }

  String tooMany() {
    return tooMany;
  }

  String full() {
    return full;
  }

  /** Since 2018 a success that is none: only its text says so. */
  String failedInXml() {
    return "<e><ShowType>1</ShowType><Content><![CDATA[" + failed + "]]></Content></e>";
  }
}

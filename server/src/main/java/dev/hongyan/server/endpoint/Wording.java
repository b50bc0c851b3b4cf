// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.Switch;

/** What the service itself says, in the account's language. */
enum Wording {
  CHINESE("为了你的帐号安全，此微信号不能登录网页微信。你可以使用Windows微信或Mac微信在电脑端登录。", "消息过长"),
  ENGLISH(
      "For account security, this account is unable to log in to Web WeChat. Use WeChat for"
          + " Windows or Mac to log in on a computer.",
      "The message is too long");

  private final String loginRefused;
  private final String textTooLong;

  Wording(String loginRefused, String textTooLong) {
    this.loginRefused = loginRefused;
    this.textTooLong = textTooLong;
  }

  static Wording of(Account account) {
    return switch (account.switches().of(Switch.LANGUAGE)) {
      case ZH_CN -> CHINESE;
      case EN_US -> ENGLISH;
    };
  }

  String loginRefused() {
    return loginRefused;
  }

  String textTooLong() {
    return textTooLong;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.message.NoteLanguage;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AppContent;
import dev.hongyan.server.world.AttachedContent;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.LoginRefusal;
import dev.hongyan.server.world.Switch;

/** What the service itself says, in the account's language. */
sealed interface Wording {

  static Wording of(Account account) {
    return switch (account.switches().of(Switch.LANGUAGE)) {
      case ZH_CN -> new Chinese();
      case EN_US -> new English();
    };
  }

  NoteLanguage language();

  /** Why a login is refused (3.4). */
  String loginRefused(LoginRefusal why);

  String textTooLong();

  /** Instead of what the web cannot show (protocol reference 5.14). */
  String unsupported();

  String liveLocation(String name);

  /** What transfers are called. */
  String transfer();

  String transferOf(String amount, String memo);

  String recalledByMe();

  String recalledBy(String name);

  /** When messages can be recalled (3.25). */
  String recallRule();

  /** In place of a page that a link does not lead to (3.31). */
  String linkStopped();

  /** A message in few words, as quotes have it (5.11). */
  String shortOf(Content content);

  /** Chinese. */
  record Chinese() implements Wording {

    @Override
    public NoteLanguage language() {
      return NoteLanguage.CHINESE;
    }

    @Override
    public String loginRefused(LoginRefusal why) {
      return switch (why) {
        case ACCOUNT -> "为了你的帐号安全，此微信号不能登录网页微信。你可以使用Windows微信或Mac微信在电脑端登录。";
        case ENVIRONMENT -> "当前登录环境异常。为了你的帐号安全，暂时不能登录web微信。你可以通过手机客户端、Windows微信或者Mac微信登录。";
        case NEW_ACCOUNT -> "为了你的帐号安全，新注册的微信号不能登录网页微信。你可以使用Windows微信或Mac微信在电脑端登录。";
        case FAILED -> "登录失败";
      };
    }

    @Override
    public String textTooLong() {
      return "消息过长";
    }

    @Override
    public String unsupported() {
      return "该类型暂不支持，请在手机上查看";
    }

    @Override
    public String liveLocation(String name) {
      return name + "发起了位置共享，请在手机上查看";
    }

    @Override
    public String transfer() {
      return "微信转账";
    }

    @Override
    public String transferOf(String amount, String memo) {
      return "收到转账" + amount + "。如需收钱，请点此升级至最新版本" + (memo.isEmpty() ? "" : "\n" + memo);
    }

    @Override
    public String recalledByMe() {
      return "你撤回了一条消息";
    }

    @Override
    public String recalledBy(String name) {
      return "\"" + name + "\" 撤回了一条消息";
    }

    @Override
    public String recallRule() {
      return "发送时间超过2分钟的消息，不能被撤回。";
    }

    @Override
    public String linkStopped() {
      return "已停止访问该网页";
    }

    @Override
    public String shortOf(Content content) {
      return switch (content) {
        case AttachedContent.Picture _ -> "[图片]";
        case AttachedContent.Voice _ -> "[语音]";
        case AttachedContent.Video _ -> "[视频]";
        case AttachedContent.Emoticon _, Content.Sticker _ -> "[动画表情]";
        case AttachedContent.File file -> "[文件]" + file.text();
        case AppContent.Link link -> "[链接]" + link.text();
        case Content.Location _, Content.LiveLocation _ -> "[位置]";
        case Content.Card _ -> "[名片]";
        default -> content.text();
      };
    }
  }

  /** English. */
  record English() implements Wording {

    @Override
    public NoteLanguage language() {
      return NoteLanguage.ENGLISH;
    }

    @Override
    public String loginRefused(LoginRefusal why) {
      return switch (why) {
        case ACCOUNT ->
            "For account security, this account is unable to log in to Web WeChat. Use WeChat for"
                + " Windows or Mac to log in on a computer.";
        case ENVIRONMENT ->
            "The login environment is abnormal. For account security, Web WeChat is closed to you"
                + " for now. Use WeChat on your phone, for Windows or for Mac.";
        case NEW_ACCOUNT ->
            "For account security, newly registered WeChat accounts are unable to log in to Web"
                + " WeChat. Use WeChat for Windows or Mac to log in on a computer.";
        case FAILED -> "Login failed";
      };
    }

    @Override
    public String textTooLong() {
      return "The message is too long";
    }

    @Override
    public String unsupported() {
      return "This type of message is not supported on Web WeChat. View it on your phone.";
    }

    @Override
    public String liveLocation(String name) {
      return name + " started a real-time location session. View it on your phone.";
    }

    @Override
    public String transfer() {
      return "WeChat Transfer";
    }

    @Override
    public String transferOf(String amount, String memo) {
      return "Transfer received: "
          + amount
          + ". Accept it on your phone."
          + (memo.isEmpty() ? "" : "\n" + memo);
    }

    @Override
    public String recalledByMe() {
      return "You've recalled a message";
    }

    @Override
    public String recalledBy(String name) {
      return "\"" + name + "\" has recalled a message";
    }

    @Override
    public String recallRule() {
      return "Messages sent more than 2 minutes ago cannot be recalled.";
    }

    @Override
    public String linkStopped() {
      return "This page was not opened";
    }

    @Override
    public String shortOf(Content content) {
      return switch (content) {
        case AttachedContent.Picture _ -> "[Photo]";
        case AttachedContent.Voice _ -> "[Voice]";
        case AttachedContent.Video _ -> "[Video]";
        case AttachedContent.Emoticon _, Content.Sticker _ -> "[Sticker]";
        case AttachedContent.File file -> "[File]" + file.text();
        case AppContent.Link link -> "[Link]" + link.text();
        case Content.Location _, Content.LiveLocation _ -> "[Location]";
        case Content.Card _ -> "[Contact Card]";
        default -> content.text();
      };
    }
  }
}

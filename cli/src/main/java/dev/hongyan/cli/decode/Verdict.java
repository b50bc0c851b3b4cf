// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.decode;

import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.login.CodePicture;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.protocol.login.PushLogin;
import dev.hongyan.protocol.media.Media;
import dev.hongyan.protocol.page.CheckUrl;
import dev.hongyan.protocol.sync.SyncCheck;

/**
 * How a call went, in whatever way its reply says so.
 *
 * @param ret the number that says it: {@code Ret}, {@code retcode} or {@code window.code}; 0 for
 *     what has no such number
 */
record Verdict(boolean ok, int ret) {

  static Verdict of(Object reply) {
    return switch (reply) {
      case Answer answer -> ofRet(answer.status().ret().code());
      case SyncCheck.Reply check -> ofRet(check.retcode().code());
      case LoginPage.Reply page -> ofRet(page.ret().code());
      case NewCode.Reply code -> new Verdict(code.isOk(), code.code());
      case LoginPoll.Reply poll -> of(poll);
      case PushLogin.Reply push -> new Verdict(push.isOk(), number(push.ret()));
      case CodePicture.Picture picture -> new Verdict(picture.isPresent(), 0);
      case Media media -> new Verdict(media.isPresent(), 0);
      case CheckUrl.Reply check -> new Verdict(check instanceof CheckUrl.Reply.Onward, 0);
      default -> throw new IllegalArgumentException("no verdict on " + reply.getClass().getName());
    };
  }

  private static Verdict ofRet(int ret) {
    return new Verdict(ret == 0, ret);
  }

  private static Verdict of(LoginPoll.Reply poll) {
    return switch (poll) {
      case LoginPoll.Waiting _ -> new Verdict(true, 408);
      case LoginPoll.Scanned _ -> new Verdict(true, 201);
      case LoginPoll.Confirmed _ -> new Verdict(true, 200);
      case LoginPoll.Cancelled _ -> new Verdict(false, 202);
      case LoginPoll.Expired _ -> new Verdict(false, 400);
      case LoginPoll.Unexpected(int code) -> new Verdict(false, code);
    };
  }

  private static int number(String digits) {
    return digits.matches("-?[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import dev.hongyan.protocol.LoginUuid;

/**
 * Decides each step of a login from the reply to the one before, without doing any (protocol
 * reference 2.3). An expired code is renewed a bounded number of times: the web client gives up
 * after five.
 *
 * @param renewals how many codes may still be asked for when this one expires; 0 for a push login,
 *     whose code cannot be renewed
 */
public record LoginMachine(int renewals) {

  /** As many renewals as the web client allows itself. */
  public static final LoginMachine QR = new LoginMachine(5);

  /** A login that the phone was asked for. */
  public static final LoginMachine PUSH = new LoginMachine(0);

  /** A machine and what it wants next. */
  public record Next(LoginMachine machine, LoginStep step) {}

  /** After the answer to {@link LoginStep.AskForCode}. */
  public Next after(NewCode.Reply reply) {
    return reply.isOk()
        ? stay(new LoginStep.Poll(reply.uuid(), false))
        : stay(new LoginStep.Stop(LoginStep.Reason.NO_CODE));
  }

  /** After the answer to a poll. */
  public Next after(LoginStep.Poll poll, LoginPoll.Reply reply) {
    return switch (reply) {
      case LoginPoll.Waiting _ -> stay(poll);
      case LoginPoll.Scanned _ -> stay(new LoginStep.Poll(poll.uuid(), true));
      case LoginPoll.Confirmed(RedirectUri uri) -> stay(new LoginStep.Enter(uri));
      case LoginPoll.Cancelled _ -> stay(new LoginStep.Stop(LoginStep.Reason.CANCELLED));
      case LoginPoll.Expired _, LoginPoll.Unexpected _ -> renewed();
    };
  }

  private Next stay(LoginStep step) {
    return new Next(this, step);
  }

  private Next renewed() {
    return renewals > 0
        ? new Next(new LoginMachine(renewals - 1), new LoginStep.AskForCode())
        : stay(new LoginStep.Stop(LoginStep.Reason.EXPIRED));
  }

  /** The first step with a code in hand, as a push login has one. */
  public LoginStep poll(LoginUuid uuid) {
    return new LoginStep.Poll(uuid, false);
  }
}

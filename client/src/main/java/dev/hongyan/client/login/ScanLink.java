// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.login;

import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.http.Hosts;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.login.LoginMachine;
import dev.hongyan.protocol.login.LoginStep;
import java.util.Optional;

/** Shows a code, which a phone scans (protocol reference 2.2). */
record ScanLink(Hosts hosts, Confirmation confirmation, Opening opening) implements LoginLink {

  @Override
  public Optional<Login> attempt() throws InterruptedException {
    return Optional.of(
        switch (confirmation.run(LoginMachine.QR, new LoginStep.AskForCode(), hosts)) {
          case Confirmation.Result.Confirmed(var uri) ->
              opening.open(uri, hosts, LoginOutcome.Way.SCANNED);
          case Confirmation.Result.Stopped(var reason) -> new Login.Closed(outcome(reason));
        });
  }

  private static LoginOutcome outcome(LoginStep.Reason reason) {
    return switch (reason) {
      case CANCELLED -> new LoginOutcome.Cancelled();
      case EXPIRED -> new LoginOutcome.Expired();
      case NO_CODE -> new LoginOutcome.Refused(Retcode.PARAMETER_ERROR, "the server gives no code");
    };
  }
}

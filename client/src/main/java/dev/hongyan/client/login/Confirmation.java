// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.login;

import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.session.Caller;
import dev.hongyan.client.session.Retry;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.login.LoginMachine;
import dev.hongyan.protocol.login.LoginMachine.Next;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.LoginStep;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.protocol.login.RedirectUri;
import java.util.function.Consumer;

/** Waits for the phone: carries out what the login machine decides (protocol reference 2.3). */
record Confirmation(Caller caller, Retry retry, Consumer<LoginEvent> events) {

  /** Getting a code is quick; who cannot reach the server wants to know soon. */
  private static final int CODE_TRIES = 3;

  /** Some four minutes of trouble, as long as a code is good anyway. */
  private static final int POLL_TRIES = 10;

  /** Where it led. */
  sealed interface Result {

    /** The owner of the phone has confirmed. */
    record Confirmed(RedirectUri uri) implements Result {}

    /** It ended without that. */
    record Stopped(LoginStep.Reason reason) implements Result {}
  }

  /** Runs the machine from this step to the end. */
  Result run(LoginMachine start, LoginStep first, Hosts hosts) throws InterruptedException {
    Next next = new Next(start, first);
    while (true) {
      switch (next.step()) {
        case LoginStep.AskForCode _ -> next = askForCode(next.machine(), hosts);
        case LoginStep.Poll poll -> next = poll(next.machine(), poll, hosts);
        case LoginStep.Enter(RedirectUri uri) -> {
          events.accept(new LoginEvent.LoginConfirmed());
          return new Result.Confirmed(uri);
        }
        case LoginStep.Stop(LoginStep.Reason reason) -> {
          return new Result.Stopped(reason);
        }
      }
    }
  }

  private Next askForCode(LoginMachine machine, Hosts hosts) throws InterruptedException {
    String mod = caller.profile().mod();
    String page = hosts.origin(HostRole.MAIN) + LoginPage.CALL.path();
    NewCode.Request once =
        new NewCode.Request(
            caller.profile().app().id(), mod.isEmpty() ? page : page + "?mod=" + mod);
    NewCode.Request wish = caller.profile().encodesAddressTwice() ? once.encodedTwice() : once;
    NewCode.Reply reply =
        retry.run(CODE_TRIES, () -> caller.ask(NewCode.CALL, wish, hosts), this::delayed);
    if (reply.isOk()) {
      events.accept(new LoginEvent.CodeIssued(reply.uuid(), hosts.codeText(reply.uuid())));
    }
    return machine.after(reply);
  }

  private Next poll(LoginMachine machine, LoginStep.Poll poll, Hosts hosts)
      throws InterruptedException {
    LoginPoll.Request question = new LoginPoll.Request(poll.uuid(), !poll.scanned(), true);
    LoginPoll.Reply reply =
        retry.run(POLL_TRIES, () -> caller.ask(LoginPoll.CALL, question, hosts), this::delayed);
    if (!poll.scanned() && reply instanceof LoginPoll.Scanned(var avatar)) {
      events.accept(new LoginEvent.CodeScanned(avatar));
    }
    return machine.after(poll, reply);
  }

  private void delayed(int failures) {
    events.accept(new LoginEvent.LoginDelayed(failures));
  }
}

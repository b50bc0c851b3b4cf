// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.LoginCodes;

/** Gives out login codes. */
record NewCodeEndpoint(LoginCodes codes, Violations violations)
    implements Endpoint<NewCode.Request, NewCode.Reply> {

  @Override
  public Call<NewCode.Request, NewCode.Reply> call() {
    return NewCode.CALL;
  }

  @Override
  public WebReply answer(NewCode.Request question, Visit visit) {
    if (!question.app().equals(NewCode.WEB_APP)) {
      violations.add(Breach.UNKNOWN_APPLICATION, visit, "appid");
      return call().answer(NewCode.Reply.refused());
    }
    return call()
        .answer(
            codes
                .create(visit.source())
                .map(uuid -> NewCode.Reply.of(new LoginUuid(uuid)))
                .orElseGet(NewCode.Reply::refused));
  }

  @Override
  public NewCode.Reply unreadable() {
    return NewCode.Reply.refused();
  }
}

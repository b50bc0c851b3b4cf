// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.ClientKind;
import dev.hongyan.server.world.CodeWish;
import dev.hongyan.server.world.LoginCodes;
import java.util.Optional;

/** Gives out login codes. */
record NewCodeEndpoint(LoginCodes codes, Violations violations)
    implements Endpoint<NewCode.Request, NewCode.Reply> {

  @Override
  public Call<NewCode.Request, NewCode.Reply> call() {
    return NewCode.CALL;
  }

  @Override
  public WebReply answer(NewCode.Request question, Visit visit) {
    Optional<WebApp> app = WebApp.of(question.app());
    if (app.isEmpty()) {
      violations.add(Breach.UNKNOWN_APPLICATION, visit, "appid");
      return call().answer(NewCode.Reply.refused());
    }
    return call()
        .answer(
            codes
                .create(visit.source(), new CodeWish(kind(app.get()), question.host()))
                .map(uuid -> NewCode.Reply.of(new LoginUuid(uuid)))
                .orElseGet(NewCode.Reply::refused));
  }

  private static ClientKind kind(WebApp app) {
    return switch (app) {
      case WEB -> ClientKind.WEB;
      case FILE_HELPER -> ClientKind.FILE_HELPER;
    };
  }

  @Override
  public NewCode.Reply unreadable() {
    return NewCode.Reply.refused();
  }
}

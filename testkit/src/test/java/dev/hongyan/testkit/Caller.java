// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.testkit;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.SyncCheck;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The least that can call a server in memory: one call at a time, no more of a session than keys.
 */
record Caller(TestServer server, Credentials credentials) {

  static Caller of(TestServer server) {
    return new Caller(server, Credentials.NONE);
  }

  <Q, R> R ask(Call<Q, R> call, Q question) throws InterruptedException {
    CallContext context = new CallContext(server.time().millis(), "zh_CN", "");
    WebRequest bare = call.request(question, server.origin(), context);
    String cookies = "wxuin=" + credentials.uin() + "; wxsid=" + credentials.sid().value();
    WebRequest request =
        new WebRequest(
            bare.method(),
            bare.scheme(),
            bare.authority(),
            bare.path(),
            bare.query(),
            bare.headers().and("Cookie", cookies),
            bare.body());
    try {
      return call.reply(server.path().exchange(request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LoginUuid code() throws InterruptedException {
    return ask(NewCode.CALL, new NewCode.Request(NewCode.WEB_APP, "")).uuid();
  }

  LoginPoll.Reply poll(LoginUuid uuid) throws InterruptedException {
    return ask(LoginPoll.CALL, new LoginPoll.Request(uuid, false, false));
  }

  Caller loggedIn(String account) throws InterruptedException {
    LoginUuid uuid = code();
    server.person(account).phone().scan(uuid.value()).confirm();
    var confirmed = (LoginPoll.Confirmed) poll(uuid);
    var page = ask(LoginPage.CALL, new LoginPage.Request(confirmed.redirectUri().query()));
    return new Caller(server, page.credentials());
  }

  Init.Reply init() throws InterruptedException {
    return ask(Init.CALL, new Init.Request(base(), credentials.passTicket()));
  }

  SyncCheck.Reply check(Init.Reply since) throws InterruptedException {
    return ask(SyncCheck.CALL, new SyncCheck.Request(base(), since.syncKey().parameter()));
  }

  BaseRequest base() {
    return BaseRequest.of(credentials, "e123456789012345");
  }
}

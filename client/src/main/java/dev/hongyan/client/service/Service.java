// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.service;

import dev.hongyan.client.message.LinkCheck;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.session.Session.Keys;
import dev.hongyan.protocol.page.CheckUrl;
import dev.hongyan.protocol.page.Feedback;

/** What a person can want of the service itself (protocol reference 3.31, 3.34). */
public final class Service {

  private static final int TRIES = 3;

  private final Session session;
  private final Retry retry;

  public Service(Session session, Retry retry) {
    this.session = session;
    this.retry = retry;
  }

  /** Asks whether a link may be followed. */
  public LinkCheck check(String link) throws InterruptedException {
    CheckUrl.Reply reply =
        retry.run(TRIES, () -> session.ask(CheckUrl.CALL, keys -> following(link, keys)));
    return switch (reply) {
      case CheckUrl.Reply.Onward(String onward) -> new LinkCheck.Onward(onward);
      case CheckUrl.Reply.Warning(var page) -> new LinkCheck.Warned(page.text());
    };
  }

  private static CheckUrl.Request following(String link, Keys keys) {
    return new CheckUrl.Request(
        link, keys.base().skey(), keys.base().deviceId(), keys.passTicket(), keys.self());
  }

  /** Says what a person thinks; once, for it may have arrived although no answer came. */
  public void tell(String words) throws InterruptedException {
    var _ =
        session.demand(
            Feedback.CALL, keys -> new Feedback.Request(keys.base(), keys.passTicket(), words));
  }
}

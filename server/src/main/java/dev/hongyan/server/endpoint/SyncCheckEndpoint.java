// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.EndReason;
import dev.hongyan.server.world.Mail;
import dev.hongyan.server.world.News;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Time;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;

/** Holds a client until there is news for it (protocol reference 3.10). */
record SyncCheckEndpoint(
    World world,
    Time time,
    Holds holds,
    SessionCheck check,
    CursorReading cursors,
    Violations violations)
    implements SessionEndpoint<SyncCheck.Request, SyncCheck.Reply> {

  /**
   * A held check hears of its client's own logout this much later than the client: one client takes
   * the other order for a failure (protocol reference 8.5).
   */
  private static final Duration AFTER_LOGOUT = Duration.ofMillis(200);

  /** What nobody has explained (protocol reference 3.10). */
  private static final int UNEXPLAINED = 3;

  @Override
  public Call<SyncCheck.Request, SyncCheck.Reply> call() {
    return SyncCheck.CALL;
  }

  @Override
  public Claim claim(SyncCheck.Request question) {
    return new Claim(question.base(), Secret.NONE, Set.of(Needed.SID, Needed.DEVICE_ID));
  }

  @Override
  public SyncCheck.Reply refused(Status status) {
    return new SyncCheck.Reply(status.ret(), 0);
  }

  @Override
  public WebReply answer(SyncCheck.Request question, Guest guest) throws InterruptedException {
    OptionalLong place = cursors.place(question.syncKey(), guest);
    if (place.isPresent()) {
      world.mailboxes().acknowledge(guest.session(), place.getAsLong());
    }
    if (world.mailboxes().isAwaited(guest.session())) {
      violations.add(Breach.SECOND_SYNC_CHECK, guest, "the first is answered with nothing");
    }
    long after = place.orElseGet(() -> world.mailboxes().newest(guest.session()));
    News news = world.mailboxes().awaitNews(guest.session(), after, holds.of(guest.account()));
    return call().answer(reply(news, guest));
  }

  private SyncCheck.Reply reply(News news, Guest guest) throws InterruptedException {
    return switch (news) {
      case News.Nothing _ -> new SyncCheck.Reply(Retcode.OK, 0);
      case News.Waiting(Mail.Topic topic) ->
          new SyncCheck.Reply(Retcode.OK, selector(topic, guest));
      case News.Ended(EndReason reason) -> {
        if (reason == EndReason.LOGGED_OUT) {
          time.pause(AFTER_LOGOUT);
        }
        check.told(guest.session());
        yield new SyncCheck.Reply(new Retcode(reason.retcode()), 0);
      }
    };
  }

  private static int selector(Mail.Topic topic, Guest guest) {
    return switch (guest.switched(Switch.SELECTOR)) {
      case ALWAYS_2 -> 2;
      case UNKNOWN -> UNEXPLAINED;
      case CORRECT ->
          switch (topic) {
            case MESSAGE -> 2;
            case CHAT -> 7;
            case CONTACT -> 4;
            case ADDRESS_BOOK -> 6;
          };
    };
  }
}

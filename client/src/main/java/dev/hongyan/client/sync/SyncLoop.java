// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.sync;

import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.session.SyncKeys;
import dev.hongyan.client.store.Arrival;
import dev.hongyan.client.store.InboxStore;
import dev.hongyan.client.store.Pending;
import dev.hongyan.client.store.Position;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.WebWxException;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.protocol.sync.SyncMachine;
import dev.hongyan.protocol.sync.SyncMachine.Next;
import dev.hongyan.protocol.sync.SyncStep;
import dev.hongyan.time.Time;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heart of a session: waits for news, keeps it, hands it on. What to do next is the sync
 * machine's to decide; here it is done.
 */
final class SyncLoop {

  private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);

  /** Each sync renews the cookies for twelve hours; keeping them now and then is enough. */
  private static final Duration SAVE_INTERVAL = Duration.ofMinutes(10);

  private final Session session;
  private final InboxStore inbox;
  private final Inbound inbound;
  private final News news;
  private final Lanes lanes;
  private final Time time;
  private final RandomGenerator chance;
  private final Consumer<Event> events;
  private Instant saved;

  SyncLoop(
      Session session,
      InboxStore inbox,
      Inbound inbound,
      News news,
      Lanes lanes,
      Time time,
      RandomGenerator chance,
      Consumer<Event> events) {
    this.session = session;
    this.inbox = inbox;
    this.inbound = inbound;
    this.news = news;
    this.lanes = lanes;
    this.time = time;
    this.chance = chance;
    this.events = events;
    this.saved = time.instant();
  }

  /** Runs until the session ends or the thread is interrupted. */
  void run(SyncKeys keys) {
    try {
      Next next = new Next(keys.machine(), new SyncStep.Check());
      while (!(next.step() instanceof SyncStep.Over) && session.ending().isEmpty()) {
        next = attempt(next.machine(), next.step());
      }
      if (next.step() instanceof SyncStep.Over(var retcode)) {
        session.end(new SessionEnd.ByServer(retcode));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("the sync loop has failed", e);
      session.end(new SessionEnd.Failed(e.getClass().getSimpleName()));
    }
  }

  /** Trouble on the way, nonsense from the server and a full disk delay and end nothing. */
  private Next attempt(SyncMachine machine, SyncStep step) throws InterruptedException {
    try {
      return done(machine, step);
    } catch (MalformedReplyException e) {
      LOG.info("sync is delayed: {}", e.getMessage());
      return machine.afterNonsense(step);
    } catch (WebWxException | UncheckedIOException e) {
      LOG.info("sync is delayed: {}", e.getMessage());
      return machine.afterTrouble(step);
    }
  }

  private Next done(SyncMachine machine, SyncStep step) throws InterruptedException {
    return switch (step) {
      case SyncStep.Check _ -> machine.after(check(machine));
      case SyncStep.Fetch _ -> fetch(machine);
      case SyncStep.Recheck(SyncStep then) -> machine.after(recheck(), then);
      case SyncStep.Pause(int failures, SyncStep then) -> {
        pause(failures);
        yield new Next(machine, then);
      }
      case SyncStep.Over _ -> throw new IllegalStateException("nothing follows the end");
    };
  }

  private void pause(int failures) throws InterruptedException {
    Duration delay = Retry.PATIENCE.delay(failures, chance);
    events.accept(new Event.SyncDelayed(failures, delay));
    time.pause(delay);
  }

  private SyncCheck.Reply check(SyncMachine machine) throws InterruptedException {
    return session.ask(
        SyncCheck.CALL, keys -> new SyncCheck.Request(keys.base(), machine.checkKey().parameter()));
  }

  private Init.Reply recheck() throws InterruptedException {
    Init.Reply reply =
        session.ask(Init.CALL, keys -> new Init.Request(keys.base(), keys.passTicket()));
    session.renew(reply.skey());
    return reply;
  }

  private Next fetch(SyncMachine machine) throws InterruptedException {
    lanes.awaitRoom();
    Sync.Reply reply =
        session.ask(
            Sync.CALL, keys -> new Sync.Request(keys.base(), keys.passTicket(), machine.syncKey()));
    Retcode ret = reply.status().ret();
    if (!ret.isOk() && session.profile().has(Profile.Choice.END_AT_ANY_REFUSAL)) {
      return new Next(machine, new SyncStep.Over(ret));
    }
    Next next = machine.after(reply);
    if (reply.status().isOk()) {
      // Kept first: the next question tells the server that we have all this.
      keep(reply, SyncKeys.of(next.machine())).forEach(this::handOn);
      session.renew(reply.skey());
      session.rename(reply.profile());
      news.take(reply);
      saveNowAndThen();
    }
    return next;
  }

  private List<Arrival> keep(Sync.Reply reply, SyncKeys keys) {
    List<Arrival> arrived =
        reply.messages().stream().filter(News::isMessage).map(inbound::arrival).toList();
    return inbox.append(arrived, new Position(session.id(), keys.text()));
  }

  private void handOn(Arrival arrival) {
    lanes.add(new Pending(arrival, false));
  }

  private void saveNowAndThen() {
    if (time.instant().isAfter(saved.plus(SAVE_INTERVAL))) {
      session.save();
      saved = time.instant();
    }
  }
}

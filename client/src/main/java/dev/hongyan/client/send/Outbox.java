// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import dev.hongyan.client.media.UploadTrace;
import dev.hongyan.client.message.FileKind;
import dev.hongyan.client.message.Progress;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.message.SendOutcome.NotSent;
import dev.hongyan.client.message.SendOutcome.NotSent.Reason;
import dev.hongyan.client.message.SendOutcome.Unknown;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.store.OutboxStore;
import dev.hongyan.client.store.Outgoing;
import dev.hongyan.client.store.OutgoingContent;
import dev.hongyan.client.store.OutgoingContent.Words;
import dev.hongyan.client.store.UploadMark;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.MessageJson;
import dev.hongyan.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Sends messages: keeps each before the first try and repeats it until its outcome is known. */
public final class Outbox {

  /** For this long a server can be hoped to know a repeated message (protocol reference 3.0). */
  private static final Duration REPEATABLE = Duration.ofMinutes(10);

  /** No source states a limit; this is our server's (protocol reference, Appendix D). */
  private static final int LONGEST_TEXT = 16_384;

  private final Session session;
  private final OutboxStore store;
  private final ClientIds ids;
  private final Pacer pacer;
  private final Courier courier;
  private final InstantSource clock;
  private final InHand inHand;

  public Outbox(
      Session session, OutboxStore store, ClientIds ids, Pacer pacer, Courier courier, Time time) {
    this.session = session;
    this.store = store;
    this.ids = ids;
    this.pacer = pacer;
    this.courier = courier;
    this.clock = time;
    this.inHand = new InHand(time);
  }

  /**
   * Sends a text and waits for its outcome. If the thread is interrupted meanwhile, the message is
   * repeated at the next start.
   */
  public SendOutcome send(UserName to, String text) throws InterruptedException {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an empty text cannot be sent");
    }
    return text.length() > LONGEST_TEXT
        ? new NotSent(Reason.TEXT_TOO_LONG)
        : send(to, new Words(text), Progress.UNSEEN);
  }

  /** Sends a file as what its name and size make of it. */
  public SendOutcome send(UserName to, Path file, Progress progress) throws InterruptedException {
    try {
      return send(to, Attachments.of(file), progress);
    } catch (NotSendable e) {
      return new NotSent(e.reason());
    }
  }

  /** Sends a file as one of this kind. */
  public SendOutcome send(UserName to, Path file, FileKind kind, Progress progress)
      throws InterruptedException {
    try {
      return send(to, Attachments.of(file, kind), progress);
    } catch (NotSendable e) {
      return new NotSent(e.reason());
    }
  }

  /** Sends what was received to somebody else, or to the same. */
  public SendOutcome forward(UserName to, MessageItem received, Progress progress)
      throws InterruptedException {
    return send(to, new OutgoingContent.Forwarded(MessageJson.write(received)), progress);
  }

  private SendOutcome send(UserName to, OutgoingContent content, Progress progress)
      throws InterruptedException {
    boolean mayRepeat = ids.mayRepeat();
    String id = ids.next().value();
    // A handler that repeats itself may want what is being repeated as a left-over just now.
    inHand.take(id);
    try {
      Optional<SendOutcome> before =
          store.outcome(id).filter(outcome -> mayRepeat && isSettled(outcome));
      if (before.isPresent()) {
        return before.get();
      }
      Outgoing message = new Outgoing(id, session.id(), to.value(), content, clock.instant());
      store.add(message);
      return settle(message, progress);
    } finally {
      inHand.release(id);
    }
  }

  /** Whether another try could not do better. */
  private static boolean isSettled(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Sent _, SendOutcome.Refused _ -> true;
      case NotSent(Reason reason) -> reason != Reason.NOT_UPLOADED;
      case Unknown() -> false;
    };
  }

  /** Repeats what the process was sending when it ended, as far as that still makes sense. */
  public void settleLeftOvers() throws InterruptedException {
    Instant oldest = clock.instant().minus(REPEATABLE);
    for (Outgoing message : store.unsettled()) {
      if (inHand.tryTake(message.clientId())) {
        try {
          settleLeftOver(message, oldest);
        } finally {
          inHand.release(message.clientId());
        }
      }
    }
  }

  private boolean isSettledMeanwhile(Outgoing message) {
    return store.unsettled().stream().noneMatch(m -> m.clientId().equals(message.clientId()));
  }

  private void settleLeftOver(Outgoing message, Instant oldest) throws InterruptedException {
    if (isSettledMeanwhile(message)) {
      return;
    }
    if (!message.session().equals(session.id()) || !message.since().isAfter(oldest)) {
      store.settle(message.clientId(), new Unknown());
      return;
    }
    try {
      Attachments.requireSame(message.content());
      var ignored = settle(message, Progress.UNSEEN);
    } catch (NotSendable e) {
      store.settle(message.clientId(), new NotSent(e.reason()));
    }
  }

  private SendOutcome settle(Outgoing message, Progress progress) throws InterruptedException {
    if (message.content() instanceof Words) {
      pacer.awaitText();
    } else {
      pacer.awaitMedia();
    }
    SendOutcome outcome =
        courier.deliver(message, new StoredTrace(store, message.clientId()), progress);
    store.settle(message.clientId(), outcome);
    return outcome;
  }

  /** How far an upload is, kept beside its message. */
  private record StoredTrace(OutboxStore store, String clientId) implements UploadTrace {
    @Override
    public Optional<UploadMark> before() {
      return store.upload(clientId);
    }

    @Override
    public void reached(UploadMark mark) {
      store.mark(clientId, mark);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.client.message.FileKind;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.message.SendOutcome.NotSent;
import dev.hongyan.client.message.SendOutcome.NotSent.Reason;
import dev.hongyan.client.message.SendOutcome.Refused;
import dev.hongyan.client.message.SendOutcome.Sent;
import dev.hongyan.client.message.SendOutcome.Unknown;
import dev.hongyan.client.store.OutgoingContent.Attachment;
import dev.hongyan.client.store.OutgoingContent.Forwarded;
import dev.hongyan.client.store.OutgoingContent.Words;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An outbox in a log: a record when a message is handed in, another when its outcome is known. */
final class FileOutbox implements OutboxStore, AutoCloseable {

  private static final int ADDED = 1;
  private static final int SENT = 2;
  private static final int REFUSED = 3;
  private static final int UNKNOWN = 4;
  private static final int FORGOTTEN = 5;
  private static final int ATTACHED = 6;
  private static final int FORWARDED = 7;
  private static final int NOT_SENT = 8;
  private static final int UPLOADED = 9;

  private final OutboxState state = new OutboxState();
  private final RecordLog log;

  FileOutbox(Path file) {
    log = RecordLog.open(file, LogKind.OUTBOX, this::replay);
  }

  private void replay(byte[] payload) {
    PayloadReader in = new PayloadReader(payload);
    switch (in.kind()) {
      case ADDED, ATTACHED, FORWARDED -> state.add(readMessage(in));
      case NOT_SENT -> state.settle(in.text(), new NotSent(Reason.valueOf(in.text())));
      case SENT -> state.settle(in.text(), new Sent(new MessageId(in.number())));
      case REFUSED ->
          state.settle(
              in.text(), new Refused(new Retcode(Math.toIntExact(in.number())), in.text()));
      case UNKNOWN -> state.settle(in.text(), new Unknown());
      case UPLOADED -> state.mark(in.text(), readMark(in));
      case FORGOTTEN -> state.forget();
      default -> throw new IllegalStateException("unknown record " + in.kind() + " in the outbox");
    }
  }

  @Override
  public synchronized void add(Outgoing message) {
    log.append(added(message));
    state.add(message);
  }

  @Override
  public synchronized void settle(String clientId, SendOutcome outcome) {
    log.append(settled(clientId, outcome));
    state.settle(clientId, outcome);
    if (log.isWorthCompacting()) {
      log.compact(snapshot());
    }
  }

  @Override
  public synchronized Optional<SendOutcome> outcome(String clientId) {
    return state.outcome(clientId);
  }

  @Override
  public synchronized void forget() {
    log.append(new PayloadWriter(FORGOTTEN).payload());
    state.forget();
  }

  @Override
  public synchronized void mark(String clientId, UploadMark mark) {
    log.append(marked(clientId, mark));
    state.mark(clientId, mark);
  }

  @Override
  public synchronized Optional<UploadMark> upload(String clientId) {
    return state.upload(clientId);
  }

  @Override
  public synchronized List<Outgoing> unsettled() {
    return state.unsettled();
  }

  @Override
  public synchronized void close() {
    log.close();
  }

  private List<byte[]> snapshot() {
    List<byte[]> records = new ArrayList<>();
    state.settled().forEach((id, outcome) -> records.add(settled(id, outcome)));
    for (Outgoing message : state.unsettled()) {
      String id = message.clientId();
      records.add(added(message));
      state.upload(id).ifPresent(mark -> records.add(marked(id, mark)));
    }
    return records;
  }

  private static byte[] marked(String id, UploadMark mark) {
    return new PayloadWriter(UPLOADED)
        .text(id)
        .number(mark.upload())
        .list(List.copyOf(mark.chunks()), (out, chunk) -> out.number(chunk))
        .text(mark.mediaId())
        .payload();
  }

  private static UploadMark readMark(PayloadReader in) {
    long upload = in.number();
    List<Integer> chunks = in.list(each -> Math.toIntExact(each.number()));
    return new UploadMark(upload, Set.copyOf(chunks), in.text());
  }

  private static byte[] added(Outgoing message) {
    PayloadWriter out =
        switch (message.content()) {
          case Words(String text) -> head(ADDED, message).text(text);
          case Attachment(FileKind kind, Path file, long size, String md5) ->
              head(ATTACHED, message)
                  .text(kind.name())
                  .text(file.toString())
                  .number(size)
                  .text(md5);
          case Forwarded(String received) -> head(FORWARDED, message).text(received);
        };
    return out.number(message.since().toEpochMilli()).payload();
  }

  private static PayloadWriter head(int kind, Outgoing message) {
    return new PayloadWriter(kind)
        .text(message.clientId())
        .text(message.session())
        .text(message.chat());
  }

  private static Outgoing readMessage(PayloadReader in) {
    return new Outgoing(
        in.text(), in.text(), in.text(), readContent(in), Instant.ofEpochMilli(in.number()));
  }

  private static OutgoingContent readContent(PayloadReader in) {
    return switch (in.kind()) {
      case ATTACHED ->
          new Attachment(FileKind.valueOf(in.text()), Path.of(in.text()), in.number(), in.text());
      case FORWARDED -> new Forwarded(in.text());
      default -> new Words(in.text());
    };
  }

  private static byte[] settled(String id, SendOutcome outcome) {
    return switch (outcome) {
      case Sent(MessageId given) ->
          new PayloadWriter(SENT).text(id).number(given.value()).payload();
      case Refused(Retcode retcode, String text) ->
          new PayloadWriter(REFUSED).text(id).number(retcode.code()).text(text).payload();
      case NotSent(Reason reason) ->
          new PayloadWriter(NOT_SENT).text(id).text(reason.name()).payload();
      case Unknown() -> new PayloadWriter(UNKNOWN).text(id).payload();
    };
  }
}

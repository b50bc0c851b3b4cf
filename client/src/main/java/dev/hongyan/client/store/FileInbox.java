// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An inbox in a log: each change is a record, messages and their position are one. */
final class FileInbox implements InboxStore, AutoCloseable {

  private static final int STARTED = 1;
  private static final int ARRIVED = 2;
  private static final int BEGUN = 3;
  private static final int DONE = 4;
  private static final int REMEMBERED = 5;
  private static final int OWNED = 6;

  private final InboxState state = new InboxState();
  private final RecordLog log;

  FileInbox(Path file) {
    log = RecordLog.open(file, LogKind.INBOX, this::replay);
  }

  private void replay(byte[] payload) {
    PayloadReader in = new PayloadReader(payload);
    switch (in.kind()) {
      case STARTED -> state.moveTo(readPosition(in));
      case ARRIVED -> {
        state.moveTo(readPosition(in));
        in.list(FileInbox::readArrival).forEach(arrival -> state.add(arrival, false));
      }
      case BEGUN -> state.begin(in.text());
      case DONE -> state.done(in.text());
      case OWNED -> state.belongTo(in.number());
      case REMEMBERED -> in.list(PayloadReader::text).forEach(state::remember);
      default -> throw new IllegalStateException("unknown record " + in.kind() + " in the inbox");
    }
  }

  @Override
  public synchronized OptionalLong account() {
    return state.account();
  }

  @Override
  public synchronized void belongTo(long account) {
    log.appendForced(owned(account));
    state.belongTo(account);
  }

  @Override
  public synchronized Optional<Position> position() {
    return state.position();
  }

  @Override
  public synchronized void start(Position position) {
    log.appendForced(started(position));
    state.moveTo(position);
  }

  @Override
  public synchronized List<Arrival> append(List<Arrival> arrived, Position position) {
    List<Arrival> fresh = state.unknown(arrived);
    log.appendForced(arrived(fresh, position));
    state.moveTo(position);
    fresh.forEach(arrival -> state.add(arrival, false));
    compactWhenLong();
    return fresh;
  }

  @Override
  public synchronized List<Pending> pending() {
    return state.pending();
  }

  @Override
  public synchronized Optional<Arrival> find(String id) {
    return state.find(id);
  }

  @Override
  public synchronized void begin(String id) {
    log.append(mark(BEGUN, id));
    state.begin(id);
  }

  @Override
  public synchronized void done(String id) {
    log.append(mark(DONE, id));
    state.done(id);
  }

  @Override
  public synchronized void close() {
    log.close();
  }

  private void compactWhenLong() {
    if (log.isWorthCompacting()) {
      log.compact(snapshot());
    }
  }

  /** The records that build today's state from nothing. */
  private List<byte[]> snapshot() {
    List<byte[]> records = new ArrayList<>();
    state.account().ifPresent(account -> records.add(owned(account)));
    records.add(
        new PayloadWriter(REMEMBERED).list(state.recentIds(), PayloadWriter::text).payload());
    state.position().ifPresent(position -> snapshotAt(position, records));
    return records;
  }

  private void snapshotAt(Position position, List<byte[]> records) {
    records.add(started(position));
    for (Arrival handled : state.handled()) {
      records.add(arrived(List.of(handled), position));
      records.add(mark(DONE, handled.id()));
    }
    for (Pending pending : state.pending()) {
      records.add(arrived(List.of(pending.arrival()), position));
      if (pending.redelivered()) {
        records.add(mark(BEGUN, pending.arrival().id()));
      }
    }
  }

  private static byte[] owned(long account) {
    return new PayloadWriter(OWNED).number(account).payload();
  }

  private static byte[] started(Position position) {
    return position(new PayloadWriter(STARTED), position).payload();
  }

  private static byte[] arrived(List<Arrival> arrivals, Position position) {
    return position(new PayloadWriter(ARRIVED), position)
        .list(arrivals, (out, a) -> out.text(a.id()).text(a.chat()).text(a.content()))
        .payload();
  }

  private static byte[] mark(int kind, String id) {
    return new PayloadWriter(kind).text(id).payload();
  }

  private static PayloadWriter position(PayloadWriter out, Position position) {
    return out.text(position.session()).text(position.keys());
  }

  private static Position readPosition(PayloadReader in) {
    return new Position(in.text(), in.text());
  }

  private static Arrival readArrival(PayloadReader in) {
    return new Arrival(in.text(), in.text(), in.text());
  }
}

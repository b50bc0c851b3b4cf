// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.client.identity.Acquaintance;
import dev.hongyan.client.identity.IdentityStore;
import dev.hongyan.client.identity.Portrait;
import dev.hongyan.client.identity.StableId;
import dev.hongyan.protocol.UserName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Who is who, in a log: a record each time somebody is seen, another when two become one. */
final class FileIdentityStore implements IdentityStore, AutoCloseable {

  private static final int SEEN = 1;
  private static final int MERGED = 2;

  /** A confidence in millionths. */
  private static final double MILLION = 1_000_000;

  private final IdentityStore state = new MemoryIdentityStore();
  private final RecordLog log;

  FileIdentityStore(Path file) {
    log = RecordLog.open(file, LogKind.IDENTITIES, payload -> replay(payload, state));
  }

  /** What the file says at this moment, also while another process writes to it. */
  static IdentityStore snapshot(Path file) {
    IdentityStore found = new MemoryIdentityStore();
    RecordLog.read(file, LogKind.IDENTITIES, payload -> replay(payload, found));
    return found;
  }

  private static void replay(byte[] payload, IdentityStore into) {
    PayloadReader in = new PayloadReader(payload);
    switch (in.kind()) {
      case SEEN -> into.put(List.of(read(in)));
      case MERGED -> into.merge(new StableId(in.text()), new StableId(in.text()));
      default -> throw new IllegalStateException("unknown record " + in.kind() + " of identities");
    }
  }

  @Override
  public synchronized List<Acquaintance> all() {
    return state.all();
  }

  @Override
  public synchronized Map<StableId, StableId> merged() {
    return state.merged();
  }

  @Override
  public synchronized void put(Collection<Acquaintance> acquaintances) {
    for (Acquaintance one : acquaintances) {
      log.append(payload(one));
    }
    state.put(acquaintances);
    if (log.isWorthCompacting()) {
      log.compact(snapshot());
    }
  }

  @Override
  public synchronized void merge(StableId from, StableId into) {
    log.append(payload(from, into));
    state.merge(from, into);
  }

  @Override
  public synchronized void forget() {
    log.compact(List.of());
    state.forget();
  }

  @Override
  public synchronized void close() {
    log.close();
  }

  private List<byte[]> snapshot() {
    List<byte[]> records = new ArrayList<>();
    state.merged().forEach((from, into) -> records.add(payload(from, into)));
    state.all().forEach(one -> records.add(payload(one)));
    return records;
  }

  private static byte[] payload(StableId from, StableId into) {
    return new PayloadWriter(MERGED).text(from.value()).text(into.value()).payload();
  }

  private static byte[] payload(Acquaintance one) {
    Portrait p = one.portrait();
    return new PayloadWriter(SEEN)
        .text(one.id().value())
        .text(one.session())
        .text(one.userName().value())
        .number(Math.round(one.confidence() * MILLION))
        .text(p.kind().name())
        .number(p.uin())
        .text(p.realId())
        .text(p.alias())
        .text(p.keyWord())
        .text(p.nickName())
        .text(p.remarkName())
        .number(p.picture())
        .number(p.attributes())
        .number(p.sex())
        .text(p.province())
        .text(p.city())
        .text(p.signature())
        .number(p.owned() ? 1 : 0)
        .list(List.copyOf(p.company()), (out, id) -> out.text(id.value()))
        .payload();
  }

  private static Acquaintance read(PayloadReader in) {
    StableId id = new StableId(in.text());
    String session = in.text();
    UserName userName = new UserName(in.text());
    double confidence = in.number() / MILLION;
    Portrait portrait =
        new Portrait(
            Portrait.Kind.valueOf(in.text()),
            in.number(),
            in.text(),
            in.text(),
            in.text(),
            in.text(),
            in.text(),
            in.number(),
            in.number(),
            Math.toIntExact(in.number()),
            in.text(),
            in.text(),
            in.text(),
            in.number() == 1,
            new HashSet<>(in.list(item -> new StableId(item.text()))));
    return new Acquaintance(id, portrait, session, userName, confidence);
  }
}

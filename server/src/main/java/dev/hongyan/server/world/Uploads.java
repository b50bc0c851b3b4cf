// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.world.Assembly.FaultException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Uploads in parts. What is unfinished is in no world: a restart of the server forgets it, and so
 * does time. One that is finished is remembered as long: the answer that told so may have been
 * lost.
 */
public final class Uploads {

  /** Bytes of a part (protocol reference 3.18). */
  public static final int PART = 512 << 10;

  /** How long the next part may keep the server waiting, or the last one come again. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /**
   * Those of an account that are remembered; a finished one makes room first, then the one that was
   * silent for longest.
   */
  public static final int REMEMBERED = 16;

  private static final Comparator<Entry> TO_GO_FIRST =
      Comparator.comparing((Entry entry) -> !entry.assembly.isFinished())
          .thenComparing(entry -> entry.assembly.touched());

  private final MediaStore store;
  private final InstantSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Entry> known = new HashMap<>();

  Uploads(MediaStore store, InstantSource time) {
    this.store = store;
    this.time = time;
  }

  private record Key(AccountId account, String id) {}

  /** An upload, and the lock that makes its parts wait for each other. */
  private record Entry(Assembly assembly, ReentrantLock turn) {}

  /** Takes a part; the last one completes the upload. */
  public UploadOutcome add(UploadPart part, InputStream bytes) {
    dropSilent();
    Key key = new Key(part.account(), part.id());
    try {
      Entry entry = enter(key, part);
      entry.turn.lock();
      try {
        return add(entry.assembly, part, bytes);
      } finally {
        if (entry.assembly.isOver() && !entry.assembly.isWorthRemembering()) {
          forget(key, entry);
        }
        entry.turn.unlock();
      }
    } catch (FaultException e) {
      return new UploadOutcome.Refused(e.fault());
    }
  }

  private UploadOutcome add(Assembly assembly, UploadPart part, InputStream bytes)
      throws FaultException {
    try {
      return assembly.add(part, bytes, store, time.instant());
    } catch (FaultException | RuntimeException e) {
      assembly.close();
      throw e;
    }
  }

  /** Bytes that unfinished uploads have announced. */
  public long announced() {
    lock.lock();
    try {
      return known.values().stream()
          .map(Entry::assembly)
          .filter(assembly -> !assembly.isFinished())
          .mapToLong(Assembly::size)
          .sum();
    } finally {
      lock.unlock();
    }
  }

  /** The upload that a part belongs to; the first part opens it, be there a finished one or not. */
  private Entry enter(Key key, UploadPart part) throws FaultException {
    lock.lock();
    try {
      @Nullable Entry before = known.get(key);
      if (before != null && (!before.assembly.isFinished() || before.assembly.mayBeAgain(part))) {
        return before;
      }
      check(part);
      makeRoom(part.account());
      Entry entry =
          new Entry(new Assembly(part, store.begin(), time.instant()), new ReentrantLock());
      known.put(key, entry);
      return entry;
    } finally {
      lock.unlock();
    }
  }

  /** Nothing is opened for what can never be completed. */
  private void check(UploadPart part) throws FaultException {
    if (part.size() <= 0) {
      throw new FaultException(UploadFault.EMPTY);
    }
    if (part.size() > part.kind().limit()) {
      throw new FaultException(UploadFault.TOO_LARGE);
    }
    boolean tooMany = part.count() < 1 || part.count() > part.size();
    boolean late = part.number() != 0 && !part.inAnyOrder();
    if (tooMany || late) {
      throw new FaultException(UploadFault.WRONG_PART);
    }
    boolean uneven = part.inAnyOrder() && part.count() != Math.ceilDiv(part.size(), (long) PART);
    if (uneven) {
      throw new FaultException(UploadFault.WRONG_SIZE);
    }
    if (!store.hasRoomFor(part.size() + announced())) {
      throw new FaultException(UploadFault.NO_ROOM);
    }
  }

  private void makeRoom(AccountId account) {
    List<Map.Entry<Key, Entry>> own =
        known.entrySet().stream()
            .filter(entry -> entry.getKey().account.equals(account))
            .sorted(Map.Entry.comparingByValue(TO_GO_FIRST))
            .toList();
    if (own.size() >= REMEMBERED) {
      drop(own.getFirst().getKey(), own.getFirst().getValue());
    }
  }

  private void dropSilent() {
    Instant since = time.instant().minus(PATIENCE);
    lock.lock();
    try {
      for (Map.Entry<Key, Entry> entry : new ArrayList<>(known.entrySet())) {
        if (entry.getValue().assembly.touched().isBefore(since)) {
          drop(entry.getKey(), entry.getValue());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** A part that is just being written goes on first: it will find the upload over. */
  private void drop(Key key, Entry entry) {
    if (entry.turn.tryLock()) {
      try {
        known.remove(key, entry);
        entry.assembly.close();
      } finally {
        entry.turn.unlock();
      }
    }
  }

  private void forget(Key key, Entry entry) {
    lock.lock();
    try {
      known.remove(key, entry);
    } finally {
      lock.unlock();
    }
  }

  /** Gives all of them up. */
  void clear() {
    lock.lock();
    try {
      for (Map.Entry<Key, Entry> entry : new ArrayList<>(known.entrySet())) {
        drop(entry.getKey(), entry.getValue());
      }
    } finally {
      lock.unlock();
    }
  }
}

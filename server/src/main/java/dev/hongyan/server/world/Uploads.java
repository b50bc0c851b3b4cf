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
 * does time.
 */
public final class Uploads {

  /** Bytes of a part (protocol reference 3.18). */
  public static final int PART = 512 << 10;

  /** How long the next part may keep the server waiting. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Unfinished ones of an account; the one that was silent for longest makes room. */
  public static final int UNFINISHED = 16;

  private final MediaStore store;
  private final InstantSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Entry> unfinished = new HashMap<>();

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
        if (entry.assembly.isOver()) {
          forget(key, entry);
        }
        entry.turn.unlock();
      }
    } catch (FaultException e) {
      return new UploadOutcome.Refused(e.fault());
    }
  }

  /** Bytes that unfinished uploads have announced. */
  public long announced() {
    lock.lock();
    try {
      return unfinished.values().stream().mapToLong(entry -> entry.assembly.size()).sum();
    } finally {
      lock.unlock();
    }
  }

  private UploadOutcome add(Assembly assembly, UploadPart part, InputStream bytes)
      throws FaultException {
    try {
      if (assembly.isOver()) {
        throw new FaultException(UploadFault.WRONG_PART);
      }
      assembly.add(part, bytes, time.instant());
      if (!assembly.isComplete()) {
        return new UploadOutcome.Unfinished();
      }
      Attachment file = new Attachment(assembly.keep(store), part.name());
      long number = store.noteUpload(part.account(), file.media(), file.name());
      assembly.close();
      return new UploadOutcome.Finished(number, file);
    } catch (FaultException | RuntimeException e) {
      assembly.close();
      throw e;
    }
  }

  /** The upload that a part belongs to; the first part opens it. */
  private Entry enter(Key key, UploadPart part) throws FaultException {
    lock.lock();
    try {
      @Nullable Entry known = unfinished.get(key);
      if (known != null) {
        return known;
      }
      check(part);
      makeRoom(part.account());
      Entry entry =
          new Entry(new Assembly(part, store.begin(), time.instant()), new ReentrantLock());
      unfinished.put(key, entry);
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
        unfinished.entrySet().stream()
            .filter(entry -> entry.getKey().account.equals(account))
            .sorted(Comparator.comparing(entry -> entry.getValue().assembly.touched()))
            .toList();
    if (own.size() >= UNFINISHED) {
      drop(own.getFirst().getKey(), own.getFirst().getValue());
    }
  }

  private void dropSilent() {
    Instant since = time.instant().minus(PATIENCE);
    lock.lock();
    try {
      for (Map.Entry<Key, Entry> entry : new ArrayList<>(unfinished.entrySet())) {
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
        unfinished.remove(key, entry);
        entry.assembly.close();
      } finally {
        entry.turn.unlock();
      }
    }
  }

  private void forget(Key key, Entry entry) {
    lock.lock();
    try {
      unfinished.remove(key, entry);
    } finally {
      lock.unlock();
    }
  }

  /** Gives all of them up. */
  void clear() {
    lock.lock();
    try {
      for (Map.Entry<Key, Entry> entry : new ArrayList<>(unfinished.entrySet())) {
        drop(entry.getKey(), entry.getValue());
      }
    } finally {
      lock.unlock();
    }
  }
}

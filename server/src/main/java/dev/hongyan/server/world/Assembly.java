// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.MediaFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One upload: its parts are put together as they come, and when it is finished, they may come again
 * for a while. For one thread at a time, but for what says otherwise.
 */
final class Assembly implements AutoCloseable {

  private static final int BUFFER = 64 << 10;

  private final UploadPart first;
  private final MediaFile file;
  private final BitSet here = new BitSet();

  /** Bytes up to the end of the part before. */
  private long end;

  /** Where the newest part is, in case it comes again. */
  private long newest;

  private boolean over;
  private volatile UploadOutcome.@Nullable Finished finished;
  private volatile Instant touched;

  Assembly(UploadPart first, MediaFile file, Instant now) {
    this.first = first;
    this.file = file;
    touched = now;
  }

  /** A part was refused because of this. */
  static final class FaultException extends Exception {

    @java.io.Serial private static final long serialVersionUID = 1;

    private final UploadFault fault;

    FaultException(UploadFault fault) {
      super(fault.name());
      this.fault = fault;
    }

    UploadFault fault() {
      return fault;
    }
  }

  /**
   * Takes a part; the last one finishes the upload. One whose answer may have been lost may come
   * again: then it must be what it was, and gets the answer that it had.
   *
   * @throws FaultException if it does not belong here
   */
  UploadOutcome add(UploadPart part, InputStream bytes, MediaStore store, Instant now)
      throws FaultException {
    touched = now;
    if (!part.isSameUploadAs(first)) {
      throw new FaultException(UploadFault.WRONG_SIZE);
    }
    UploadOutcome.@Nullable Finished answered = finished;
    boolean isOver = over && answered == null;
    if (isOver || part.number() < 0 || part.number() >= part.count()) {
      throw new FaultException(UploadFault.WRONG_PART);
    }
    try {
      if (isAgain(part)) {
        compare(part, bytes, answered == null ? file.open() : store.open(answered.file().media()));
      } else if (part.inAnyOrder()) {
        place(part, bytes);
      } else {
        append(part, bytes);
      }
    } catch (IOException e) {
      throw new FaultException(UploadFault.BROKEN);
    }
    if (answered != null) {
      return answered;
    }
    return here.cardinality() == first.count() ? finish(store) : new UploadOutcome.Unfinished();
  }

  /** In any order that can be each of those that are here, else the newest. */
  private boolean isAgain(UploadPart part) {
    return part.inAnyOrder()
        ? here.get(part.number())
        : !here.isEmpty() && part.number() == here.cardinality() - 1;
  }

  /** Nothing that is here is written again: its digests are being taken. */
  private void compare(UploadPart part, InputStream again, InputStream whole)
      throws IOException, FaultException {
    long start = part.inAnyOrder() ? place(part) : newest;
    long length = part.inAnyOrder() ? Math.min(Uploads.PART, first.size() - start) : end - newest;
    try (whole) {
      whole.skipNBytes(start);
      for (long left = length; left > 0; left -= BUFFER) {
        int most = (int) Math.min(left, BUFFER);
        if (!Arrays.equals(whole.readNBytes(most), again.readNBytes(most))) {
          throw new FaultException(UploadFault.WRONG_PART);
        }
      }
      if (again.read() >= 0) {
        throw new FaultException(UploadFault.WRONG_PART);
      }
    }
  }

  /** Each at its own place, whatever came before. */
  private void place(UploadPart part, InputStream bytes) throws IOException, FaultException {
    long start = place(part);
    long length = Math.min(Uploads.PART, first.size() - start);
    if (length <= 0 || file.write(start, bytes, length) != length) {
      throw new FaultException(UploadFault.WRONG_SIZE);
    }
    here.set(part.number());
    file.settle(Math.min((long) here.nextClearBit(0) * Uploads.PART, first.size()));
  }

  private static long place(UploadPart part) {
    return (long) part.number() * Uploads.PART;
  }

  /** One after another, of whatever size. */
  private void append(UploadPart part, InputStream bytes) throws IOException, FaultException {
    if (part.number() != here.cardinality()) {
      throw new FaultException(UploadFault.WRONG_PART);
    }
    long length = file.write(end, bytes, first.size() - end);
    if (length > first.size() - end || length == 0) {
      throw new FaultException(UploadFault.WRONG_SIZE);
    }
    newest = end;
    end += length;
    here.set(part.number());
    file.settle(end);
  }

  private UploadOutcome finish(MediaStore store) throws FaultException {
    if (!first.inAnyOrder() && end != first.size()) {
      throw new FaultException(UploadFault.WRONG_SIZE);
    }
    Media media =
        store
            .keep(file, found -> first.md5().map(found.md5()::equals).orElse(true))
            .orElseThrow(() -> new FaultException(UploadFault.WRONG_MD5));
    long number = store.noteUpload(first.account(), media, first.name());
    UploadOutcome.Finished outcome =
        new UploadOutcome.Finished(number, new Attachment(media, first.name()));
    finished = outcome;
    close();
    return outcome;
  }

  /** Whether the account has all of it; at any time and on any thread. */
  boolean isFinished() {
    return finished != null;
  }

  /** Whether it is finished and may be asked for again; one in one part is simply sent again. */
  boolean isWorthRemembering() {
    return isFinished() && first.count() > 1;
  }

  /**
   * Whether this may be a part of the finished upload whose answer was lost: the last one, or any
   * if they came in any order. At any time and on any thread.
   */
  boolean mayBeAgain(UploadPart part) {
    int earliest = part.inAnyOrder() ? 0 : part.count() - 1;
    return isFinished()
        && part.isSameUploadAs(first)
        && part.name().equals(first.name())
        && part.number() >= earliest
        && part.number() < part.count();
  }

  /** Whether nothing can come of it any more, be it given up or finished. */
  boolean isOver() {
    return over;
  }

  /** Bytes that it will take when it is complete. */
  long size() {
    return first.size();
  }

  Instant touched() {
    return touched;
  }

  /** Gives it up, unless it was kept. */
  @Override
  public void close() {
    over = true;
    file.close();
  }
}

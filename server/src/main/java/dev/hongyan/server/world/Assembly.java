// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.MediaFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
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

  /** Where the newest part is and what it was, in case it comes again. */
  private long newest;

  private long newestSum;
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
   * Takes a part; the last one finishes the upload.
   *
   * @throws FaultException if it does not belong here
   */
  UploadOutcome add(UploadPart part, InputStream bytes, MediaStore store, Instant now)
      throws FaultException {
    touched = now;
    if (!part.isSameUploadAs(first)) {
      throw new FaultException(UploadFault.WRONG_SIZE);
    }
    if (over || part.number() < 0 || part.number() >= part.count()) {
      throw new FaultException(UploadFault.WRONG_PART);
    }
    try {
      if (part.inAnyOrder()) {
        place(part, bytes);
      } else {
        append(part, bytes);
      }
    } catch (IOException e) {
      throw new FaultException(UploadFault.BROKEN);
    }
    return here.cardinality() == first.count() ? finish(store) : new UploadOutcome.Unfinished();
  }

  /** Each at its own place, whatever came before; the same again is the same. */
  private void place(UploadPart part, InputStream bytes) throws IOException, FaultException {
    long start = place(part);
    long length = Math.min(Uploads.PART, first.size() - start);
    if (length <= 0 || file.write(start, bytes, length) != length) {
      throw new FaultException(UploadFault.WRONG_SIZE);
    }
    here.set(part.number());
  }

  private static long place(UploadPart part) {
    return (long) part.number() * Uploads.PART;
  }

  /**
   * One after another, of whatever size. The newest may come again, for its answer may have been
   * lost; then it must be what it was.
   */
  private void append(UploadPart part, InputStream bytes) throws IOException, FaultException {
    boolean again = here.cardinality() > 0 && part.number() == here.cardinality() - 1;
    if (!again && part.number() != here.cardinality()) {
      throw new FaultException(UploadFault.WRONG_PART);
    }
    long start = again ? newest : end;
    CheckedInputStream summed = new CheckedInputStream(bytes, new CRC32());
    long length = file.write(start, summed, first.size() - start);
    if (length > first.size() - start || length == 0) {
      throw new FaultException(UploadFault.WRONG_SIZE);
    }
    long sum = summed.getChecksum().getValue();
    if (again && (start + length != end || sum != newestSum)) {
      throw new FaultException(UploadFault.WRONG_PART);
    }
    newest = start;
    newestSum = sum;
    end = start + length;
    here.set(part.number());
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

  /**
   * A part of the finished upload again.
   *
   * @return what was answered when the upload was finished
   * @throws FaultException if it is not what it was
   */
  UploadOutcome again(UploadPart part, InputStream bytes, MediaStore store) throws FaultException {
    UploadOutcome.Finished before = finished;
    if (before == null) {
      throw new IllegalStateException("not finished");
    }
    long start = part.inAnyOrder() ? place(part) : newest;
    long length = part.inAnyOrder() ? Math.min(Uploads.PART, first.size() - start) : end - newest;
    try (InputStream kept = store.open(before.file().media())) {
      kept.skipNBytes(start);
      if (!isSame(kept, bytes, length)) {
        throw new FaultException(UploadFault.WRONG_PART);
      }
    } catch (IOException e) {
      throw new FaultException(UploadFault.BROKEN);
    }
    return before;
  }

  private static boolean isSame(InputStream kept, InputStream again, long length)
      throws IOException {
    for (long left = length; left > 0; left -= BUFFER) {
      int most = (int) Math.min(left, BUFFER);
      if (!Arrays.equals(kept.readNBytes(most), again.readNBytes(most))) {
        return false;
      }
    }
    return again.read() < 0;
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

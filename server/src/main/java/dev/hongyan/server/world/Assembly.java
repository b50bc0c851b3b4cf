// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.MediaFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.BitSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** One upload on its way: its parts are put together as they come. For one thread at a time. */
final class Assembly implements AutoCloseable {

  private final UploadPart first;
  private final MediaFile file;
  private final BitSet here = new BitSet();

  /** Bytes up to the end of the part before. */
  private long end;

  /** Where the newest part is and what it was, in case it comes again. */
  private long newest;

  private long newestSum;
  private boolean over;
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
   * Takes a part.
   *
   * @throws FaultException if it does not belong here
   */
  void add(UploadPart part, InputStream bytes, Instant now) throws FaultException {
    touched = now;
    if (!part.isSameUploadAs(first)) {
      throw new FaultException(UploadFault.WRONG_SIZE);
    }
    if (part.number() < 0 || part.number() >= part.count()) {
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
  }

  /** Each at its own place, whatever came before; the same again is the same. */
  private void place(UploadPart part, InputStream bytes) throws IOException, FaultException {
    long start = (long) part.number() * Uploads.PART;
    long length = Math.min(Uploads.PART, first.size() - start);
    if (length <= 0 || file.write(start, bytes, length) != length) {
      throw new FaultException(UploadFault.WRONG_SIZE);
    }
    here.set(part.number());
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

  boolean isComplete() {
    return here.cardinality() == first.count();
  }

  /**
   * Keeps the whole.
   *
   * @throws FaultException if it is not what was announced
   */
  Media keep(MediaStore store) throws FaultException {
    if (!first.inAnyOrder() && end != first.size()) {
      throw new FaultException(UploadFault.WRONG_SIZE);
    }
    return store
        .keep(file, found -> first.md5().map(found.md5()::equals).orElse(true))
        .orElseThrow(() -> new FaultException(UploadFault.WRONG_MD5));
  }

  boolean isOver() {
    return over;
  }

  /** Bytes that it will take when it is complete. */
  long size() {
    return first.size();
  }

  AccountId account() {
    return first.account();
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

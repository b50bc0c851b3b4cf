// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.media;

import dev.hongyan.client.message.Progress;
import dev.hongyan.client.session.MediaSink;
import dev.hongyan.protocol.MediaUnavailableException;
import dev.hongyan.protocol.MediaUnavailableException.Reason;
import dev.hongyan.protocol.media.ContentRange;
import dev.hongyan.protocol.media.Media;
import java.io.IOException;
import java.io.OutputStream;

/** Puts together what comes in several answers: of each it passes on what was not there yet. */
final class Intake implements MediaSink {

  private final String call;
  private final OutputStream out;
  private final long promised;
  private final long limit;
  private final Progress progress;
  private long taken;
  private long total;
  private long end;
  private String contentType = "";

  Intake(MediaSource source, OutputStream out, long limit, Progress progress) {
    this.call = source.call();
    this.promised = source.promised();
    this.out = out;
    this.limit = limit;
    this.progress = progress;
  }

  /** How many bytes have come. */
  long taken() {
    return taken;
  }

  String contentType() {
    return contentType;
  }

  /** Whether the last answer, which has come to its end, has brought all that was promised. */
  boolean isComplete() {
    return hasEnded() && taken >= promised;
  }

  /** Whether the last answer, which has come to its end, has brought what it said to be the end. */
  boolean hasEnded() {
    return taken > 0 && end == taken && taken >= total;
  }

  /** Whether all that was announced is there, however the last answer ended. */
  boolean isWhole() {
    return total > 0 && taken == total && taken >= promised;
  }

  @Override
  public OutputStream open(Media head) throws IOException {
    contentType = head.contentType();
    long position = head.range().map(ContentRange::first).orElse(0L);
    long announced =
        head.range()
            .map(ContentRange::total)
            .filter(whole -> whole != ContentRange.UNKNOWN)
            .orElse(head.bytes().length() == 0 ? 0 : position + head.bytes().length());
    // What has ended below the promise was cut on the way: its end is none to hold others to.
    boolean changed = total >= Math.max(1, promised) && announced > 0 && announced != total;
    if (position > taken || changed) {
      throw new MediaUnavailableException(call, Reason.CHANGED);
    }
    total = Math.max(total, announced);
    if (total > limit) {
      throw new MediaUnavailableException(call, Reason.TOO_LARGE);
    }
    end = position;
    return new Part(taken - position);
  }

  /** One answer. */
  private final class Part extends OutputStream {

    private long known;

    /**
     * An answer of which so many bytes have come before.
     *
     * @param known bytes to be passed over
     */
    Part(long known) {
      this.known = known;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      end += length;
      int skipped = (int) Math.min(known, length);
      known -= skipped;
      int fresh = length - skipped;
      if (fresh == 0) {
        return;
      }
      if (taken + fresh > limit) {
        throw new MediaUnavailableException(call, Reason.TOO_LARGE);
      }
      out.write(bytes, offset + skipped, fresh);
      taken += fresh;
      progress.moved(taken, total);
    }
  }
}

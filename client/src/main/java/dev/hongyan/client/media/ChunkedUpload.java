// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.media;

import dev.hongyan.client.message.Progress;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.store.OutgoingContent.Attachment;
import dev.hongyan.client.store.UploadMark;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.media.Chunk;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.time.Task;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One upload under one number: the chunks that the server does not have yet. */
final class ChunkedUpload {

  private static final Duration FOR_EVER = ChronoUnit.FOREVER.getDuration();

  /** As many connections as browsers open to a host, less those that poll and download. */
  private static final int LANES = 4;

  private final Attachment attachment;
  private final List<Chunk> chunks;
  private final Way way;
  private final Retry retry;
  private final UploadTrace trace;
  private final Progress progress;
  private UploadMark mark;
  private boolean doubtful;
  private @Nullable Step end;
  private @Nullable RuntimeException failure;

  /** How a chunk gets to the server. */
  @FunctionalInterface
  interface Way {
    /** Sends it once. */
    UploadMedia.Reply send(Chunk chunk, UploadMark mark) throws InterruptedException;
  }

  /** What has come of a chunk, or of all. */
  sealed interface Step {
    /** The server has it. */
    record Taken() implements Step {}

    /** The server has all of them. */
    record Complete(String mediaId) implements Step {}

    /** The server does not take it. */
    record Refused(Status status) implements Step {}

    /** The server may have forgotten the chunks before it: begin anew. */
    record Forgotten(Status status) implements Step {}

    /** The file is no longer the one that was to be sent. */
    record Changed() implements Step {}
  }

  ChunkedUpload(
      Attachment attachment,
      List<Chunk> chunks,
      Way way,
      Retry retry,
      UploadMark begun,
      UploadTrace trace,
      Progress progress) {
    this.attachment = attachment;
    this.chunks = chunks;
    this.way = way;
    this.retry = retry;
    this.mark = begun;
    this.doubtful = !begun.chunks().isEmpty();
    this.trace = trace;
    this.progress = progress;
  }

  /** Sends one after the other. */
  Step inOrder() throws InterruptedException {
    for (Chunk chunk : missing()) {
      Step step = send(chunk);
      if (!(step instanceof Step.Taken)) {
        return step;
      }
    }
    return new Step.Forgotten(Status.OK); // all of them, and no id
  }

  /** Sends several at a time. */
  Step sideBySide(Time time) throws InterruptedException {
    Queue<Chunk> missing = new ConcurrentLinkedQueue<>(missing());
    List<Task> lanes = new ArrayList<>();
    try {
      for (int i = 0; i < LANES; i++) {
        lanes.add(time.start("upload-" + i, () -> run(missing)));
      }
      for (Task lane : lanes) {
        var ended = lane.join(FOR_EVER);
        assert ended;
      }
    } finally {
      lanes.forEach(Task::close);
    }
    return result();
  }

  private void run(Queue<Chunk> missing) {
    try {
      for (Chunk chunk = missing.poll(); chunk != null; chunk = missing.poll()) {
        Step step = send(chunk);
        if (!(step instanceof Step.Taken)) {
          missing.clear();
          ended(step);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      missing.clear();
      failed(e);
    }
  }

  private synchronized void ended(Step step) {
    end = step;
  }

  private synchronized void failed(RuntimeException e) {
    failure = e;
  }

  private synchronized Step result() {
    if (end instanceof Step.Complete complete) {
      return complete;
    }
    if (failure != null) {
      throw failure;
    }
    return end == null ? new Step.Forgotten(Status.OK) : end;
  }

  private synchronized List<Chunk> missing() {
    return IntStream.range(0, chunks.size())
        .filter(index -> !mark.chunks().contains(index))
        .mapToObj(chunks::get)
        .toList();
  }

  private Step send(Chunk chunk) throws InterruptedException {
    if (size() != attachment.size()) {
      return new Step.Changed();
    }
    UploadMark now = mark();
    UploadMedia.Reply reply =
        retry.run(Uploader.TRIES, () -> way.send(chunk, now), _ -> isDoubtful());
    if (!reply.status().isOk()) {
      return refused(reply.status());
    }
    return acknowledged(chunk, reply);
  }

  private synchronized UploadMark mark() {
    return mark;
  }

  /** A chunk was sent twice, so that the server may have seen the upload's end already. */
  private synchronized void isDoubtful() {
    doubtful = true;
  }

  private synchronized Step refused(Status status) {
    return doubtful && status.policy() == Retcode.Policy.CALL_FAILED
        ? new Step.Forgotten(status)
        : new Step.Refused(status);
  }

  /** Side by side, the answer with the id may come before that of an earlier chunk. */
  private synchronized Step acknowledged(Chunk chunk, UploadMedia.Reply reply) {
    String mediaId = reply.isComplete() ? reply.mediaId() : mark.mediaId();
    mark = mark.with(chunk.index()).complete(mediaId);
    trace.reached(mark);
    progress.moved(sent(), attachment.size());
    boolean isAll = mark.chunks().size() == chunks.size();
    return isAll && !mediaId.isEmpty() ? new Step.Complete(mediaId) : new Step.Taken();
  }

  private long sent() {
    return mark.chunks().stream().mapToLong(index -> chunks.get(index).bytes().length()).sum();
  }

  private long size() {
    try {
      return Files.size(attachment.file());
    } catch (IOException _) {
      return -1;
    }
  }
}

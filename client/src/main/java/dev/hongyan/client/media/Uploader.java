// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.media;

import dev.hongyan.client.message.Progress;
import dev.hongyan.client.message.SendOutcome.NotSent.Reason;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.store.OutgoingContent.Attachment;
import dev.hongyan.client.store.UploadMark;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.TransportException;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.media.CheckUpload;
import dev.hongyan.protocol.media.Chunk;
import dev.hongyan.protocol.media.MediaClass;
import dev.hongyan.protocol.media.UploadFile;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.media.UploadParallel;
import dev.hongyan.protocol.media.UploadPermit;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Uploads files in chunks; of one that breaks only the broken chunk is repeated. */
public final class Uploader {

  private static final Logger LOG = LoggerFactory.getLogger(Uploader.class);

  /** The web client tries an upload four times in all (protocol reference 2.4). */
  static final int TRIES = 4;

  /**
   * An upload that the server has forgotten is begun anew, and a large one that the way has broken
   * goes on, but not for ever.
   */
  private static final int ROUNDS = 3;

  /** As a browser writes dates (protocol reference 3.18). */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM dd yyyy HH:mm:ss 'GMT+0000 (UTC)'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Session session;
  private final Retry retry;
  private final Time time;
  private final AtomicLong lastId = new AtomicLong();

  public Uploader(Session session, Retry retry, Time time) {
    this.session = session;
    this.retry = retry;
    this.time = time;
  }

  /** What came of an upload. */
  public sealed interface Result {
    /**
     * The server has the file.
     *
     * @param permit what was needed for it
     * @param isRemembered whether it was uploaded earlier, so that the server may have forgotten it
     */
    record Done(String mediaId, UploadPermit permit, boolean isRemembered) implements Result {}

    /** The server said no. */
    record Refused(Status status) implements Result {}

    /** It did not come to that. */
    record Failed(Reason reason) implements Result {}
  }

  /**
   * Uploads a file for somebody, unless the server has it. Goes on where the last process was, and
   * begins anew if the server knows nothing of that.
   */
  public Result upload(Attachment attachment, UserName to, UploadTrace trace, Progress progress)
      throws InterruptedException {
    Optional<UploadMark> before = trace.before();
    boolean isLarge = attachment.size() > CheckUpload.THRESHOLD;
    Optional<String> known = before.map(UploadMark::mediaId).filter(id -> !id.isEmpty());
    if (known.isPresent() && !isLarge) {
      return new Result.Done(known.get(), UploadPermit.NONE, true);
    }
    Transfer transfer = new Transfer(attachment, to, trace, progress);
    try {
      return rounds(transfer, before.orElseGet(() -> UploadMark.of(nextId())));
    } catch (TransportException | MalformedReplyException e) {
      LOG.warn("a file of {} bytes is not uploaded: {}", attachment.size(), e.getMessage());
      return new Result.Failed(Reason.NOT_UPLOADED);
    }
  }

  private Result rounds(Transfer transfer, UploadMark begun) throws InterruptedException {
    boolean isLarge = transfer.attachment.size() > CheckUpload.THRESHOLD;
    Result result = new Result.Failed(Reason.NOT_UPLOADED);
    UploadMark mark = begun;
    for (int round = 1; round <= ROUNDS; round++) {
      try {
        switch (isLarge ? checked(transfer, mark) : chunks(transfer, mark, UploadPermit.NONE)) {
          case Round.Over(Result over) -> {
            return over;
          }
          case Round.Again(Result otherwise) -> result = otherwise;
        }
        mark = UploadMark.of(nextId());
      } catch (TransportException e) {
        if (!isLarge || round == ROUNDS) {
          throw e;
        }
        mark = transfer.trace.before().orElse(mark); // so much need not go again
      }
      LOG.info("an upload of {} bytes is tried again", transfer.attachment.size());
    }
    return result;
  }

  /** What is uploaded, and who is told. */
  private record Transfer(
      Attachment attachment, UserName to, UploadTrace trace, Progress progress) {}

  /** What has come of a try. */
  private sealed interface Round {
    /** No other try would do better. */
    record Over(Result result) implements Round {}

    /** Another from the first chunk on may do better. */
    record Again(Result otherwise) implements Round {}
  }

  private Round checked(Transfer transfer, UploadMark mark) throws InterruptedException {
    Attachment attachment = transfer.attachment;
    CheckUpload.Reply check = check(attachment, transfer.to);
    if (!check.status().isOk()) {
      return new Round.Over(new Result.Refused(check.status()));
    }
    if (check.isKnown()) {
      transfer.progress.moved(attachment.size(), attachment.size());
      return new Round.Over(new Result.Done(check.mediaId(), check.permit(), false));
    }
    return chunks(transfer, mark, check.permit());
  }

  private Round chunks(Transfer transfer, UploadMark mark, UploadPermit permit)
      throws InterruptedException {
    Attachment attachment = transfer.attachment;
    boolean isLarge = attachment.size() > CheckUpload.THRESHOLD;
    boolean isSideBySide = isLarge && session.profile().uploadsSideBySide();
    ChunkedUpload upload =
        new ChunkedUpload(
            attachment,
            chunks(attachment),
            isSideBySide ? anyOrder(attachment, permit) : oneByOne(transfer, permit),
            retry,
            mark,
            transfer.trace,
            transfer.progress);
    ChunkedUpload.Step step = isSideBySide ? upload.sideBySide(time) : upload.inOrder();
    return switch (step) {
      case ChunkedUpload.Step.Complete(String mediaId) ->
          new Round.Over(new Result.Done(mediaId, permit, false));
      case ChunkedUpload.Step.Refused(Status status) -> new Round.Over(new Result.Refused(status));
      case ChunkedUpload.Step.Changed() -> new Round.Over(new Result.Failed(Reason.FILE_CHANGED));
      case ChunkedUpload.Step.Forgotten(Status status) when !status.isOk() ->
          new Round.Again(new Result.Refused(status));
      case ChunkedUpload.Step.Forgotten _, ChunkedUpload.Step.Taken _ ->
          new Round.Again(new Result.Failed(Reason.NOT_UPLOADED));
    };
  }

  private List<Chunk> chunks(Attachment attachment) {
    Path file = attachment.file();
    Body whole = Body.of(attachment.size(), () -> Files.newInputStream(file));
    if (attachment.size() <= CheckUpload.THRESHOLD && session.profile().uploadsWhole()) {
      return List.of(new Chunk(1, 0, whole));
    }
    return IntStream.range(0, Chunk.count(attachment.size()))
        .mapToObj(index -> Chunk.of(whole, index))
        .toList();
  }

  private ChunkedUpload.Way oneByOne(Transfer transfer, UploadPermit permit) {
    UploadFile about = about(transfer.attachment);
    return (chunk, mark) ->
        session.ask(
            UploadMedia.CALL,
            keys ->
                new UploadMedia.Request(
                    keys.base(),
                    about,
                    chunk,
                    mark.upload(),
                    keys.self(),
                    transfer.to,
                    permit,
                    keys.dataTicket(),
                    keys.passTicket()));
  }

  private ChunkedUpload.Way anyOrder(Attachment attachment, UploadPermit permit) {
    return (chunk, _) ->
        session.ask(
            UploadParallel.CALL,
            keys ->
                new UploadParallel.Request(
                    keys.base(),
                    attachment.md5(),
                    attachment.size(),
                    chunk,
                    name(attachment.file()),
                    permit,
                    keys.dataTicket(),
                    keys.passTicket()));
  }

  private CheckUpload.Reply check(Attachment attachment, UserName to) throws InterruptedException {
    return retry.run(
        TRIES,
        () ->
            session.ask(
                CheckUpload.CALL,
                keys ->
                    new CheckUpload.Request(
                        keys.base(),
                        attachment.md5(),
                        name(attachment.file()),
                        attachment.size(),
                        keys.self(),
                        to)));
  }

  private static UploadFile about(Attachment attachment) {
    String name = name(attachment.file());
    return new UploadFile(
        name,
        ContentTypes.of(name),
        DATE.format(lastModified(attachment.file())),
        attachment.size(),
        switch (attachment.kind()) {
          case PICTURE -> MediaClass.PICTURE;
          case VIDEO -> MediaClass.VIDEO;
          case EMOTICON, FILE -> MediaClass.DOCUMENT;
        },
        attachment.md5());
  }

  /** The name that the other side is shown. */
  public static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static Instant lastModified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException _) {
      return Instant.EPOCH;
    }
  }

  /** Milliseconds, as the web client has it, but never the same twice. */
  private long nextId() {
    long now = time.millis();
    return lastId.updateAndGet(before -> Math.max(now, before + 1));
  }
}

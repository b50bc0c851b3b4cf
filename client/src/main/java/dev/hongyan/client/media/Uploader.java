// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.media;

import dev.hongyan.client.message.Progress;
import dev.hongyan.client.message.SendOutcome.NotSent.Reason;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.store.OutgoingContent.Attachment;
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
import dev.hongyan.protocol.media.UploadPermit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Uploads files, chunk after chunk; of one that breaks only the broken chunk is repeated. */
public final class Uploader {

  private static final Logger LOG = LoggerFactory.getLogger(Uploader.class);

  /** The web client tries an upload four times in all (protocol reference 2.4). */
  private static final int TRIES = 4;

  /** As a browser writes dates (protocol reference 3.18). */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM dd yyyy HH:mm:ss 'GMT+0000 (UTC)'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Session session;
  private final Retry retry;
  private final InstantSource clock;
  private final AtomicLong lastId = new AtomicLong();

  public Uploader(Session session, Retry retry, InstantSource clock) {
    this.session = session;
    this.retry = retry;
    this.clock = clock;
  }

  /** What came of an upload. */
  public sealed interface Result {
    /**
     * The server has the file.
     *
     * @param permit what was needed for it
     */
    record Done(String mediaId, UploadPermit permit) implements Result {}

    /** The server said no. */
    record Refused(Status status) implements Result {}

    /** It did not come to that. */
    record Failed(Reason reason) implements Result {}
  }

  /** Uploads a file for somebody, unless the server has it. */
  public Result upload(Attachment attachment, UserName to, Progress progress)
      throws InterruptedException {
    try {
      if (attachment.size() <= CheckUpload.THRESHOLD) {
        return chunks(attachment, to, UploadPermit.NONE, progress);
      }
      CheckUpload.Reply check = check(attachment, to);
      if (!check.status().isOk()) {
        return new Result.Refused(check.status());
      }
      if (check.isKnown()) {
        progress.moved(attachment.size(), attachment.size());
        return new Result.Done(check.mediaId(), check.permit());
      }
      return chunks(attachment, to, check.permit(), progress);
    } catch (TransportException | MalformedReplyException e) {
      LOG.warn("a file of {} bytes is not uploaded: {}", attachment.size(), e.getMessage());
      return new Result.Failed(Reason.NOT_UPLOADED);
    }
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

  private Result chunks(Attachment attachment, UserName to, UploadPermit permit, Progress progress)
      throws InterruptedException {
    Path file = attachment.file();
    UploadFile about = about(attachment);
    Body whole = Body.of(attachment.size(), () -> Files.newInputStream(file));
    long mediaId = nextId();
    for (int i = 0; i < Chunk.count(attachment.size()); i++) {
      if (sizeOf(file) != attachment.size()) {
        return new Result.Failed(Reason.FILE_CHANGED);
      }
      Chunk chunk = Chunk.of(whole, i);
      UploadMedia.Reply reply =
          retry.run(
              TRIES,
              () ->
                  session.ask(
                      UploadMedia.CALL,
                      keys ->
                          new UploadMedia.Request(
                              keys.base(),
                              about,
                              chunk,
                              mediaId,
                              keys.self(),
                              to,
                              permit,
                              keys.dataTicket(),
                              keys.passTicket())));
      if (!reply.status().isOk()) {
        return new Result.Refused(reply.status());
      }
      progress.moved(chunk.position() + chunk.bytes().length(), attachment.size());
      if (chunk.isLast() && reply.isComplete()) {
        return new Result.Done(reply.mediaId(), permit);
      }
    }
    LOG.warn("the server took all of a file and gave no id for it");
    return new Result.Failed(Reason.NOT_UPLOADED);
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

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) {
      return -1;
    }
  }

  /** Milliseconds, as the web client has it, but never the same twice. */
  private long nextId() {
    long now = clock.millis();
    return lastId.updateAndGet(before -> Math.max(now, before + 1));
  }
}

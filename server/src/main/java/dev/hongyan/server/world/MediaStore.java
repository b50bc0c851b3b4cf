// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.media.MediaLook;
import dev.hongyan.server.store.Database;
import dev.hongyan.server.store.Fingerprint;
import dev.hongyan.server.store.MediaFile;
import dev.hongyan.server.store.MediaFolder;
import dev.hongyan.server.store.Sql;
import dev.hongyan.server.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Pictures, voices, videos and files: each content once, as long as anything names it. */
public final class MediaStore implements AutoCloseable {

  /** Bytes that all media together may take unless told otherwise: a tenth of a small disk. */
  public static final long BUDGET = 10L << 30;

  /** How long an account may still send what it has uploaded. */
  public static final Duration UPLOAD_KEPT = Duration.ofDays(1);

  private final Database database;
  private final MediaFolder folder;
  private final InstantSource time;
  private final long budget;
  private final AtomicLong used = new AtomicLong();

  /**
   * @param budget bytes that all media together may take
   */
  MediaStore(Database database, MediaFolder folder, InstantSource time, long budget) {
    this.database = database;
    this.folder = folder;
    this.time = time;
    this.budget = budget;
    folder.dropUnfinished();
    database.write(sql -> {
      MediaTable.forgetUnused(sql, time.instant().minus(UPLOAD_KEPT));
      return sweep(sql);
    });
  }

  /** Room for a content that is about to come; nothing is left of it unless it is kept. */
  MediaFile begin() {
    return folder.begin();
  }

  /** Whether there is room for so many more bytes. */
  boolean hasRoomFor(long size) {
    return used.get() + size <= budget;
  }

  /**
   * Keeps a content that has come to its end; one that is kept already is not kept twice.
   *
   * @param wanted whether it is the content that was expected; otherwise it is not kept
   * @throws StoreException if the disk fails
   */
  Optional<Media> keep(MediaFile file, Predicate<Fingerprint> wanted) {
    Fingerprint fingerprint = file.finish();
    if (!wanted.test(fingerprint)) {
      return Optional.empty();
    }
    MediaLook look = look(file, fingerprint.size());
    Media media =
        new Media(
            fingerprint.sha256(),
            fingerprint.md5(),
            fingerprint.size(),
            look.format().contentType(),
            look.width(),
            look.height(),
            look.length());
    // On the store's thread: a reset on the same thread cannot come between file and row.
    database.write(sql -> {
      if (!MediaTable.has(sql, media.sha256())) {
        folder.keep(file);
        MediaTable.insert(sql, media);
        sql.afterCommit(() -> used.addAndGet(media.size()));
      }
      return true;
    });
    return Optional.of(media);
  }

  private static MediaLook look(MediaFile file, long size) {
    try {
      return MediaLook.at(file::read, size);
    } catch (IOException e) {
      throw new StoreException("media cannot be looked at", e);
    }
  }

  /**
   * Keeps a content that somebody's phone has.
   *
   * @throws WorldException if it is empty, too large for its kind, or there is no room
   */
  public Media keep(InputStream content, MediaKind kind) {
    try (MediaFile file = begin()) {
      long size = file.write(0, content, kind.limit());
      if (size == 0) {
        throw WorldException.illegal("the content is empty");
      }
      if (size > kind.limit()) {
        throw WorldException.illegal("the content has more than " + kind.limit() + " bytes");
      }
      if (!hasRoomFor(size)) {
        throw WorldException.conflict("there is no room for more media");
      }
      return keep(file, fingerprint -> true).orElseThrow();
    } catch (IOException e) {
      throw new StoreException("media cannot be written", e);
    }
  }

  /** The content with this MD5 and size, if it was ever kept (3.19). */
  public Optional<Media> find(String md5, long size) {
    return database.read(sql -> MediaTable.find(sql, md5, size));
  }

  /**
   * A content from its beginning, to be closed by who reads it.
   *
   * @throws IOException if the disk fails
   */
  public InputStream open(Media media) throws IOException {
    return folder.open(media.sha256());
  }

  /**
   * Notes that an account has uploaded this and may send it.
   *
   * @return the number under which it has it
   */
  public long noteUpload(AccountId account, Media media, String name) {
    return database.write(
        sql -> MediaTable.insertUpload(sql, account, media, FileNames.safe(name), time.instant()));
  }

  /** What the account has uploaded under this number. */
  public Optional<Attachment> upload(AccountId account, long number) {
    return database.read(sql -> MediaTable.upload(sql, account, number));
  }

  /** Bytes of all media together. */
  public long used() {
    return used.get();
  }

  /** Deletes what the database does not know, on its thread: nothing new comes in between. */
  boolean sweep(Sql sql) throws SQLException {
    folder.keepOnly(MediaTable.names(sql)::contains);
    used.set(MediaTable.bytes(sql));
    return true;
  }

  /** Finishes nothing; what is unfinished is gone. */
  @Override
  public void close() {
    folder.close();
  }
}

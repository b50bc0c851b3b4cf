// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Contents too large for the database, each once in a file named by its SHA-256: {@code
 * FOLDER/ab/abcd…}. What is being received lies in {@code FOLDER/new} until it is complete and safe
 * on disk. All of it is for the owner's eyes alone.
 *
 * <p>Safe for use by many threads.
 */
public final class MediaFolder implements AutoCloseable {

  private static final String UNFINISHED = "new";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final ReentrantLock lock = new ReentrantLock();
  private final Optional<Path> kept;
  private @Nullable Path folder;
  private boolean closed;

  private MediaFolder(Optional<Path> kept) {
    this.kept = kept;
  }

  /** The contents in this folder, which is made when the first one comes. */
  public static MediaFolder at(Path folder) {
    return new MediaFolder(Optional.of(folder));
  }

  /** A folder somewhere, made when the first content comes and gone when this is closed. */
  public static MediaFolder temporary() {
    return new MediaFolder(Optional.empty());
  }

  /**
   * Room for a content that is about to come.
   *
   * @throws StoreException if nothing can be written
   */
  public MediaFile begin() {
    try {
      return new MediaFile(
          Files.createTempFile(root().resolve(UNFINISHED), "", ""), kept.isPresent());
    } catch (IOException e) {
      throw new StoreException("no media can be written", e);
    }
  }

  /**
   * Keeps what has come, under its own name. Kept already, it is kept once.
   *
   * @throws StoreException if it cannot be moved; then it is not kept
   */
  public void keep(MediaFile file) {
    String name = file.fingerprint().sha256();
    Path shelf = shelf(name);
    try {
      OwnerOnly.createFolder(shelf);
      Files.move(
          file.path(),
          shelf.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      if (kept.isPresent()) {
        makeSafe(shelf);
      }
    } catch (IOException e) {
      throw new StoreException("media cannot be kept", e);
    }
  }

  /** Whether there is such a content. */
  public boolean has(String sha256) {
    return Files.exists(place(sha256));
  }

  /**
   * A content from its beginning.
   *
   * @throws IOException if it is not there or cannot be read
   */
  public InputStream open(String sha256) throws IOException {
    return Files.newInputStream(place(sha256));
  }

  /** Forgets what an earlier process has left unfinished; before anything new begins. */
  public void dropUnfinished() {
    sweep(UNFINISHED::equals, name -> true);
  }

  /** Forgets all contents that nobody knows. */
  public void keepOnly(Predicate<String> known) {
    sweep(
        shelf -> !shelf.equals(UNFINISHED),
        name -> SHA256.matcher(name).matches() && !known.test(name));
  }

  private void sweep(Predicate<String> shelves, Predicate<String> doomed) {
    if (folderIfAny().isEmpty()) {
      return;
    }
    try {
      for (Path shelf : inside(root(), shelves)) {
        for (Path file : inside(shelf, doomed)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new StoreException("old media cannot be swept", e);
    }
  }

  private static List<Path> inside(Path folder, Predicate<String> names) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (names.test(String.valueOf(entry.getFileName()))) {
          found.add(entry);
        }
      }
    }
    return found;
  }

  private Optional<Path> folderIfAny() {
    lock.lock();
    try {
      return folder == null ? kept.filter(Files::isDirectory) : Optional.of(folder);
    } finally {
      lock.unlock();
    }
  }

  private Path place(String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("no SHA-256");
    }
    return shelf(sha256).resolve(sha256);
  }

  private Path shelf(String sha256) {
    return root().resolve(sha256.substring(0, 2));
  }

  private Path root() {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the media folder is closed");
      }
      if (folder == null) {
        folder = make();
      }
      return folder;
    } finally {
      lock.unlock();
    }
  }

  private Path make() {
    try {
      Path made = kept.isPresent() ? kept.get() : Files.createTempDirectory("hongyan-media-");
      OwnerOnly.createFolder(made.resolve(UNFINISHED));
      return made;
    } catch (IOException e) {
      throw new StoreException("there is no place for media", e);
    }
  }

  /** A name is only safe once its folder is. */
  private static void makeSafe(Path shelf) throws IOException {
    try (FileChannel channel = FileChannel.open(shelf, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Nothing is read or written any more; a temporary folder is gone. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (folder != null && kept.isEmpty()) {
        delete(folder);
      }
    } catch (IOException e) {
      throw new StoreException("temporary media cannot be deleted", e);
    } finally {
      lock.unlock();
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      for (Path one : inside(path, name -> true)) {
        delete(one);
      }
    }
    try {
      Files.deleteIfExists(path);
    } catch (NoSuchFileException expected) {
      // Whoever was still receiving it has given it up meanwhile.
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.KindJson;
import dev.hongyan.client.Chat;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.message.Progress;
import dev.hongyan.protocol.WebWxException;
import dev.hongyan.protocol.message.Emoticon;
import dev.hongyan.protocol.message.FileShare;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.Picture;
import dev.hongyan.protocol.message.Video;
import dev.hongyan.protocol.message.Voice;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Saves the pictures, voices, videos and files of messages in a folder, each once: a message that
 * comes again after a crash finds its file. First all of it is fetched, into {@code .part-ID}; then
 * its name is written down; then it gets that name, which nobody else may have.
 */
final class SavedMedia implements AutoCloseable {

  private static final String LOG = ".saved";

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Path folder;
  private final LineLog names;

  private SavedMedia(Path folder, LineLog names) {
    this.folder = folder;
    this.names = names;
  }

  /** What is saved in this folder, which is made if it is not there. */
  static SavedMedia in(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    return new SavedMedia(absolute, LineLog.open(absolute, LOG, 0));
  }

  /** Whether there is anything to save in a message of this kind. */
  static boolean has(MessageKind kind) {
    return switch (kind) {
      case Picture _, Voice _, Video _, Emoticon _, FileShare _ -> true;
      default -> false;
    };
  }

  /**
   * Saves what is in a message.
   *
   * @return the file, whole
   * @throws WebWxException if it cannot be fetched
   */
  Path save(Chat chat, Message message, Progress progress)
      throws IOException, InterruptedException {
    String id = message.id().toString();
    Path part = folder.resolve(".part-" + id);
    Optional<String> before = names.last(id);
    if (before.isPresent()) {
      return finish(id, part, before.get());
    }
    clear(part);
    Path fetched = fetch(chat, message, progress, part);
    force(fetched);
    String name = free(wish(message, fetched));
    names.add(id, name);
    return finish(id, part, name);
  }

  /** Of what cannot be fetched nothing stays. */
  private static Path fetch(Chat chat, Message message, Progress progress, Path part)
      throws IOException, InterruptedException {
    try {
      return chat.download(message).showing(progress).into(part);
    } catch (WebWxException e) {
      clear(part);
      throw e;
    }
  }

  /** Its own name, or one that tells what it is and when it came. */
  private static String wish(Message message, Path fetched) {
    String name = fetched.getFileName().toString();
    if (message.kind() instanceof FileShare) {
      return name;
    }
    String stamp = STAMP.format(message.time().atZone(ZoneId.systemDefault()));
    return KindJson.type(message.kind()) + "-" + stamp + ending(name);
  }

  private static String ending(String name) {
    return name.lastIndexOf('.') > 0 ? name.substring(name.lastIndexOf('.')) : "";
  }

  private String free(String wish) {
    String ending = ending(wish);
    String stem = wish.substring(0, wish.length() - ending.length());
    String name = wish;
    for (int number = 2; Files.exists(folder.resolve(name)); number++) {
      name = stem + " (" + number + ")" + ending;
    }
    return name;
  }

  /** Gives the fetched file its name, unless that was done before. */
  private Path finish(String id, Path part, String name) throws IOException {
    Optional<Path> fetched = fetched(part);
    String given = name;
    while (fetched.isPresent() && !isGiven(fetched.get(), folder.resolve(given))) {
      given = free(name); // somebody else took it meanwhile
      names.add(id, given);
    }
    clear(part);
    return folder.resolve(given);
  }

  private static Optional<Path> fetched(Path part) throws IOException {
    List<Path> files = list(part);
    return files.isEmpty() ? Optional.empty() : Optional.of(files.getFirst());
  }

  /** Linked rather than moved: a move may replace what is there. */
  private static boolean isGiven(Path fetched, Path place) throws IOException {
    try {
      Files.createLink(place, fetched);
      return true;
    } catch (FileAlreadyExistsException _) {
      return Files.isSameFile(place, fetched);
    } catch (UnsupportedOperationException | FileSystemException _) {
      return isMoved(fetched, place); // not every file system has links
    }
  }

  private static boolean isMoved(Path fetched, Path place) throws IOException {
    try {
      Files.move(fetched, place);
      return true;
    } catch (FileAlreadyExistsException _) {
      return false;
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void clear(Path part) throws IOException {
    for (Path file : list(part)) {
      Files.delete(file);
    }
    Files.deleteIfExists(part);
  }

  private static List<Path> list(Path part) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(part)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(part)) {
        entries.forEach(files::add);
      }
    }
    return files;
  }

  @Override
  public void close() throws IOException {
    names.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines of columns with tabs between them, one of which is the id of a message: what is known of
 * it. A line is on disk when it is added, and one that was cut by a crash is dropped. The last line
 * about a message counts. One process at a time has it.
 */
final class LineLog implements AutoCloseable {

  private final FileChannel file;
  private final int idColumn;
  private final Map<String, String> lastColumns = new HashMap<>();

  private LineLog(FileChannel file, int idColumn) {
    this.file = file;
    this.idColumn = idColumn;
  }

  /**
   * Opens a log of a folder, both of which are made if they are not there.
   *
   * @param idColumn which column is the id, from 0
   * @throws FolderInUseException if somebody else has it open
   */
  static LineLog open(Path folder, String name, int idColumn) throws IOException {
    Files.createDirectories(folder, DataFolder.ownerOnly("rwx------"));
    FileChannel channel =
        FileChannel.open(
            folder.resolve(name),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            DataFolder.ownerOnly("rw-------"));
    LineLog log = new LineLog(channel, idColumn);
    try {
      log.lock(folder);
      log.dropCutLine();
      log.read(folder.resolve(name));
      return log;
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /** Given back when the file is closed, by the end of the process at the latest. */
  private void lock(Path folder) throws IOException {
    try {
      if (file.tryLock() == null) {
        throw new FolderInUseException(folder);
      }
    } catch (OverlappingFileLockException _) {
      throw new FolderInUseException(folder);
    }
  }

  /** Whether there is a line about a message. */
  synchronized boolean has(String id) {
    return lastColumns.containsKey(id);
  }

  /** The last column of the last line about a message. */
  synchronized Optional<String> last(String id) {
    return Optional.ofNullable(lastColumns.get(id));
  }

  /** Adds a line; when this returns, it survives a power cut. */
  synchronized void add(String... columns) throws IOException {
    String line =
        Stream.of(columns).map(LineLog::onOneLine).collect(Collectors.joining("\t", "", "\n"));
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    file.position(file.size());
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(false);
    lastColumns.put(columns[idColumn], columns[columns.length - 1]);
  }

  /** What a line cannot hold is written as in most languages: {@code \n}, {@code \t}. */
  private static String onOneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> line.append("\\n");
        case '\t' -> line.append("\\t");
        case '\\' -> line.append("\\\\");
        default -> line.append(c < ' ' || c == '\u007F' ? '\uFFFD' : c);
      }
    }
    return line.toString();
  }

  private void dropCutLine() throws IOException {
    long end = file.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    while (end > 0 && file.read(last.clear(), end - 1) == 1 && last.get(0) != '\n') {
      end--;
    }
    file.truncate(end);
  }

  private void read(Path path) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        List<String> columns = List.of(line.split("\t", -1));
        if (columns.size() > idColumn) {
          lastColumns.put(columns.get(idColumn), columns.getLast());
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

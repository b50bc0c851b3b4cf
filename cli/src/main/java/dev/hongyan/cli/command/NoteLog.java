// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * What has come from the phone, a line each: time, id, kind and text, with tabs between them. A
 * line is on disk before its message counts as handled; one that was cut by a crash is written anew
 * when the message comes again, and one that is there already is not.
 */
final class NoteLog implements AutoCloseable {

  private static final String NAME = "messages.log";
  private static final int COLUMN_OF_ID = 1;

  private final FileChannel file;
  private final Set<String> ids = new HashSet<>();

  private NoteLog(FileChannel file) {
    this.file = file;
  }

  /** Opens the log of a folder, both of which are made if they are not there. */
  static NoteLog in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path path = folder.resolve(NAME);
    NoteLog log =
        new NoteLog(
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    try {
      log.dropCutLine();
      log.readIds(path);
      return log;
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /** Whether a message is in it. */
  synchronized boolean has(String id) {
    return ids.contains(id);
  }

  /** Writes a message down; when this returns, it survives a power cut. */
  synchronized void add(String time, String id, String kind, String text) throws IOException {
    String line = String.join("\t", time, id, kind, onOneLine(text)) + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    file.position(file.size());
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(false);
    ids.add(id);
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

  private void readIds(Path path) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] columns = line.split("\t", COLUMN_OF_ID + 2);
        if (columns.length > COLUMN_OF_ID) {
          ids.add(columns[COLUMN_OF_ID]);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What came in on a pipe, kept in a file until it has arrived: it cannot be read a second time.
 *
 * @param folder its own
 * @param file in that folder
 * @param bytes how long it is
 * @param isBinary whether it is no text, as {@code grep} would say: there is a zero byte in it
 * @param isCut whether more was coming than anybody could send
 */
record Spool(SpoolFolder folder, Path file, long bytes, boolean isBinary, boolean isCut) {

  /** What is longer is left as it is: to make it readable takes it into memory several times. */
  private static final long READABLE = 8L << 20;

  private static final int BUFFER = 8 << 10;

  /** Colours and cursor movements, which programs write to terminals. */
  private static final Pattern ESCAPES =
      Pattern.compile(
          "\\x1B(?:\\[[0-?]*["
              + " -/]*[@-~]|\\][^\\x07\\x1B]*(?:\\x07|\\x1B\\\\)?|[()*+][0-9A-Za-z]|[@-Z\\\\-_])");

  /** What is left of control characters that are neither a tab nor the end of a line. */
  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F]");

  /** Is told how much there is so far. */
  interface Progress {
    void soFar(long lines, long bytes);
  }

  /**
   * Reads all that comes into a new file, in a new folder of this one. What killed processes have
   * left there goes.
   *
   * @param name of the file, one step
   * @param limit so many bytes at most
   */
  static Spool fill(Path folder, String name, InputStream in, long limit, Progress progress)
      throws IOException {
    SpoolFolder own = SpoolFolder.in(folder);
    Path file = own.path().resolve(name);
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    long lines = 0;
    boolean isBinary = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0 && bytes <= limit; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        bytes += read;
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
          isBinary |= buffer[i] == 0;
        }
        progress.soFar(lines, bytes);
      }
    }
    return new Spool(own, file, bytes, isBinary, bytes > limit);
  }

  /** Whether it can be made a text that a phone can show. */
  boolean isReadable() {
    return !isBinary && bytes <= READABLE;
  }

  /**
   * The text of it, as a phone can show it: without colours, and of lines that were written over
   * each other the last. What is no UTF-8 is replaced.
   */
  String text() throws IOException {
    String raw =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
            .toString();
    String plain = ESCAPES.matcher(raw).replaceAll("").replace("\r\n", "\n");
    String last = plain.replaceAll("(?m)^[^\\n]*\\r(?=[^\\n])", "");
    return CONTROLS.matcher(last).replaceAll("").stripTrailing();
  }

  /** From now on the file holds this text. */
  void replaceBy(String text) throws IOException {
    Files.writeString(file, text + "\n");
  }

  /** Leaves it to the user, who is told of it. */
  void keep() throws IOException {
    folder.keep();
  }

  /** Lets go of it. */
  void delete() throws IOException {
    folder.delete();
  }
}

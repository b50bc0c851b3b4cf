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
 * @param file readable by its owner only
 * @param bytes how long it is
 */
record Spool(Path file, long bytes) {

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

  /** Reads all that comes into a new file of this folder. */
  static Spool fill(Path folder, InputStream in, Progress progress) throws IOException {
    Path file = Files.createTempFile(folder, "push-", ".txt");
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    long lines = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        bytes += read;
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
        progress.soFar(lines, bytes);
      }
    }
    return new Spool(file, bytes);
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

  /** Lets go of it. */
  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}

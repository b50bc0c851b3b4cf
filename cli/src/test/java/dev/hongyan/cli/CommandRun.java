// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import dev.hongyan.cli.output.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command did in this process.
 *
 * @param exit its exit code
 * @param out what it said on stdout
 * @param err what it said on stderr
 */
record CommandRun(int exit, String out, String err) {

  /** Lines of stdout. */
  List<String> lines() {
    return out.lines().toList();
  }

  /** Runs a command in English, with nothing on stdin and no terminal. */
  static CommandRun of(String... arguments) {
    return new Setting().run(arguments);
  }

  /** What surrounds a command. */
  static final class Setting {

    private final Map<String, String> environment = new HashMap<>(Map.of("LANG", "en_GB.UTF-8"));
    private byte[] in = {};
    private boolean isTerminal;

    /** With this variable. */
    Setting with(String variable, String value) {
      environment.put(variable, value);
      return this;
    }

    /** With this on stdin. */
    Setting reading(byte[] bytes) {
      in = bytes;
      return this;
    }

    /** With somebody looking at both streams. */
    Setting onTerminal() {
      isTerminal = true;
      return this;
    }

    CommandRun run(String... arguments) {
      return run(new ByteArrayOutputStream(), arguments);
    }

    /** Also lets others see stdout while the command runs. */
    CommandRun run(ByteArrayOutputStream out, String... arguments) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      InputStream input = new ByteArrayInputStream(in);
      Streams streams = new Streams(input, printer(out), printer(err), isTerminal, isTerminal);
      int exit = Main.run(arguments, streams, Map.copyOf(environment));
      return new CommandRun(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
      return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.server.Interceptor;
import dev.hongyan.server.recording.Recorder;
import dev.hongyan.server.recording.Replay;
import dev.hongyan.time.Time;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What the server records, plays or neither, for as long as it runs. */
record Tape(Interceptor interceptor, Closeable end) implements Closeable {

  static final Tape NONE = new Tape(Interceptor.NONE, () -> {});

  static Tape recording(Path file, Time time) throws IOException {
    Recorder recorder = Recorder.into(file, time);
    return new Tape(recorder, recorder::close);
  }

  static Tape playing(Path file, Time time, Consumer<String> unmatched) throws IOException {
    return new Tape(Replay.of(file, time, unmatched), () -> {});
  }

  @Override
  public void close() throws IOException {
    end.close();
  }
}

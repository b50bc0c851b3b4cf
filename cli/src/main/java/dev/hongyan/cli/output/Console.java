// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.output;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The two ways to say something: data on stdout, talk on stderr. Lines of several threads do not
 * mix. What others wrote (names, messages) must come through {@link PlainText} where a terminal
 * shows it.
 */
public final class Console {

  private final Streams streams;
  private final Paint outPaint;
  private final Paint errPaint;
  private boolean hasProgress;

  /** A console over these streams; colours as the environment wants them. */
  public Console(Streams streams, Map<String, String> environment) {
    this.streams = streams;
    boolean colours =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    outPaint = new Paint(colours && streams.isOutTerminal());
    errPaint = new Paint(colours && streams.isErrTerminal());
  }

  /** Whether a person looks at stdout. */
  public boolean isTerminal() {
    return streams.isOutTerminal();
  }

  /** Whether a person looks at stderr, so that {@link #progress} is seen. */
  public boolean isWatched() {
    return streams.isErrTerminal();
  }

  /** Colours for stdout. */
  public Paint paint() {
    return outPaint;
  }

  /** Colours for stderr. */
  public Paint talkPaint() {
    return errPaint;
  }

  /**
   * A line of data.
   *
   * @return false if nobody reads stdout any more
   */
  public synchronized boolean data(String line) {
    endProgress();
    print(streams.out(), line);
    return !streams.out().checkError();
  }

  /** A line for the person who runs us. */
  public synchronized void talk(String line) {
    endProgress();
    print(streams.err(), line);
    streams.err().flush();
  }

  /** What went wrong, for the person who runs us. */
  public void complain(String line) {
    talk(errPaint.red("hongyan: ") + line);
  }

  /** Where a failure came from, for whoever wants to mend it. */
  public synchronized void trace(Throwable failure) {
    endProgress();
    failure.printStackTrace(streams.err());
    streams.err().flush();
  }

  /** Stdout for a library that prints by itself, such as help texts. */
  public PrintWriter outWriter() {
    return new PrintWriter(streams.out(), true, StandardCharsets.UTF_8);
  }

  /** Stderr for a library that prints by itself. */
  public PrintWriter errWriter() {
    return new PrintWriter(streams.err(), true, StandardCharsets.UTF_8);
  }

  /** How far something is: replaces the last such line; only where somebody is looking. */
  public synchronized void progress(String line) {
    if (streams.isErrTerminal()) {
      streams.err().print("\r" + line + "\u001b[K");
      streams.err().flush();
      hasProgress = true;
    }
  }

  private void endProgress() {
    if (hasProgress) {
      streams.err().print("\r\u001b[K");
      streams.err().flush();
      hasProgress = false;
    }
  }

  /** Our lines end in a line feed everywhere, as JSON lines do. */
  private static void print(PrintStream stream, String line) {
    stream.print(line + "\n");
  }
}

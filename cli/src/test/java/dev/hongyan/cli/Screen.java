// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import dev.hongyan.time.Signal;
import dev.hongyan.time.Time;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a running command has printed so far, for one who waits for something. */
final class Screen extends ByteArrayOutputStream {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Signal news = Time.system().signal();

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    super.write(bytes, offset, length);
    news.raise();
  }

  /** Waits until this stands there, and returns all that does. */
  String await(String wanted) throws InterruptedException {
    while (true) {
      String text = toString(StandardCharsets.UTF_8);
      if (text.contains(wanted)) {
        return text;
      }
      if (!news.await(PATIENCE)) {
        throw new AssertionError("no " + wanted + " in " + text);
      }
    }
  }
}

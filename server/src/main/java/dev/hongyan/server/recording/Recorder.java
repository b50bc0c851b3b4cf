// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.recording;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.recording.RecordedExchange;
import dev.hongyan.protocol.recording.Redactor;
import dev.hongyan.server.Interceptor;
import dev.hongyan.server.fault.Delivery;
import dev.hongyan.time.Time;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down every call of the protocol and its reply, redacted before a byte of it reaches the
 * disk. The phones are not recorded. A disk that fails stops the recording, not the server.
 */
public final class Recorder implements Interceptor, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Recorder.class);

  private final BufferedWriter out;
  private final Time time;
  private final Redactor redactor = new Redactor();
  private final ReentrantLock lock = new ReentrantLock();
  private boolean broken;

  private Recorder(BufferedWriter out, Time time) {
    this.out = out;
    this.time = time;
  }

  /**
   * Begins a recording.
   *
   * @param file that is not there yet
   * @throws IOException if it is there, or cannot be written
   */
  public static Recorder into(Path file, Time time) throws IOException {
    BufferedWriter out =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      out.write(RecordedExchange.FIRST_LINE);
      out.newLine();
      out.flush();
      return new Recorder(out, time);
    } catch (IOException e) {
      out.close();
      throw e;
    }
  }

  @Override
  public Delivery intercept(WebRequest request, String source, Next next)
      throws InterruptedException {
    Instant asked = time.instant();
    Delivery delivery = next.answer(request, source);
    if (!request.path().equals("/phone") && !request.path().startsWith("/phone/")) {
      boolean arrives = delivery instanceof Delivery.Whole || delivery instanceof Delivery.Dripping;
      write(request, arrives ? delivery.reply() : Optional.empty(), asked);
    }
    return delivery;
  }

  private void write(WebRequest request, Optional<WebReply> reply, Instant asked) {
    lock.lock();
    try {
      if (broken) {
        return;
      }
      Duration took = Duration.between(asked, time.instant());
      out.write(redactor.redact(request, reply, asked, took).line());
      out.newLine();
      out.flush();
    } catch (IOException e) {
      broken = true;
      log.error("the recording ends here, the disk has failed: {}", e.getClass().getSimpleName());
    } finally {
      lock.unlock();
    }
  }

  /** Ends the recording. */
  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      out.close();
    } finally {
      lock.unlock();
    }
  }
}

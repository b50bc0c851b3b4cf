// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.recording.RecordedExchange;
import dev.hongyan.protocol.recording.Redactor;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what another transport carries, redacted before a byte of it reaches the disk. A disk
 * that fails stops the recording, not the client.
 */
final class RecordingTransport implements HttpTransport {

  private static final Logger LOG = LoggerFactory.getLogger(RecordingTransport.class);

  private final HttpTransport carrier;
  private final InstantSource clock;
  private final BufferedWriter out;
  private final Redactor redactor = new Redactor();
  private final ReentrantLock lock = new ReentrantLock();
  private boolean broken;

  RecordingTransport(HttpTransport carrier, Path file, InstantSource clock) throws IOException {
    this.carrier = carrier;
    this.clock = clock;
    this.out =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    line(RecordedExchange.FIRST_LINE);
  }

  @Override
  public WebReply exchange(WebRequest request, Limits limits)
      throws IOException, InterruptedException {
    Instant asked = clock.instant();
    try {
      WebReply reply = carrier.exchange(request, limits);
      write(request, Optional.of(reply), asked);
      return reply;
    } catch (IOException e) {
      write(request, Optional.empty(), asked);
      throw e;
    }
  }

  /** Of what flows the beginning is looked at, which tells what it is; the rest is counted. */
  @Override
  public WebReply exchange(WebRequest request, FlowLimits limits, BodySink sink)
      throws IOException, InterruptedException {
    Instant asked = clock.instant();
    try {
      WatchedSink watched = new WatchedSink(sink);
      WebReply head = carrier.exchange(request, limits, watched);
      write(request, Optional.of(watched.seen(head)), asked);
      return head;
    } catch (IOException e) {
      write(request, Optional.empty(), asked);
      throw e;
    }
  }

  private void write(WebRequest request, Optional<WebReply> reply, Instant asked) {
    lock.lock();
    try {
      if (broken) {
        return;
      }
      Duration took = Duration.between(asked, clock.instant());
      line(redactor.redact(request, reply, asked, took).line());
    } catch (IOException e) {
      broken = true;
      LOG.error("the recording ends here, the disk has failed: {}", e.getClass().getSimpleName());
    } finally {
      lock.unlock();
    }
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.newLine();
    out.flush();
  }

  @Override
  public void close() {
    carrier.close();
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the recording cannot be ended", e);
    }
  }
}

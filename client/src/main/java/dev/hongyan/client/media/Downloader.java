// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.media;

import dev.hongyan.client.message.Progress;
import dev.hongyan.client.session.Retry;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.MediaUnavailableException;
import dev.hongyan.protocol.TransportException;
import dev.hongyan.time.Time;
import java.io.OutputStream;
import java.util.random.RandomGenerator;

/**
 * Brings media in spite of breaks: it goes on behind what has come, and asks again when nothing
 * does.
 */
public final class Downloader {

  /** Tries in a row that bring no byte further. */
  private static final int TRIES = 4;

  private final Time time;
  private final RandomGenerator chance;

  public Downloader(Time time, RandomGenerator chance) {
    this.time = time;
    this.chance = chance;
  }

  /**
   * Brings all of it.
   *
   * @param limit the largest that is taken, in bytes
   * @return what the server says it is: its content type
   * @throws MediaUnavailableException if the server has nothing, or too much
   * @throws TransportException if the way stays broken
   * @throws MalformedReplyException if the answers make no sense
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public String pull(MediaSource source, OutputStream out, long limit, Progress progress)
      throws InterruptedException {
    Intake intake = new Intake(source, out, limit, progress);
    for (int failures = 1; ; failures++) {
      long before = intake.taken();
      try {
        source.fetch().from(before, intake);
        if (intake.isComplete()) {
          return intake.contentType();
        }
        failures = again(failures, intake.taken() > before);
        if (failures >= TRIES && intake.hasEnded()) {
          // The size in the message is its sender's word; the server has given its own often.
          return intake.contentType();
        }
        if (failures >= TRIES) {
          throw new MediaUnavailableException(
              source.call(), MediaUnavailableException.Reason.EMPTY);
        }
      } catch (TransportException | MalformedReplyException e) {
        if (intake.isWhole()) {
          return intake.contentType();
        }
        failures = again(failures, intake.taken() > before);
        if (failures >= TRIES) {
          throw e;
        }
      }
      time.pause(Retry.PATIENCE.delay(failures, chance));
    }
  }

  /** What got further is a first failure again; the limit on the size bounds how often. */
  private static int again(int failures, boolean gotFurther) {
    return gotFurther ? 1 : failures;
  }
}

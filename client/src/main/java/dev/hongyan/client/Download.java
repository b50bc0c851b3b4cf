// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.client.media.Downloader;
import dev.hongyan.client.media.MediaSource;
import dev.hongyan.client.media.Placing;
import dev.hongyan.client.message.Progress;
import dev.hongyan.protocol.MediaUnavailableException;
import dev.hongyan.protocol.TransportException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Something that can be downloaded: a picture, voice, video or file of a message, or an avatar.
 * Nothing happens before one of {@link #into}, {@link #to(Path)} and {@link #to(OutputStream)}.
 *
 * <p>Those stream: never is the whole of it in memory. They go on where they were after a break,
 * ask again when the server answers with nothing, and throw
 *
 * <ul>
 *   <li>{@link MediaUnavailableException} if the server has nothing for it, or more than allowed;
 *   <li>{@link TransportException} or another {@link dev.hongyan.protocol.WebWxException} if the
 *       way stays broken;
 *   <li>{@link UncheckedIOException} if it cannot be written.
 * </ul>
 */
public final class Download {

  /** Twice of what the service was seen to carry (protocol reference 3.19). */
  private static final long LARGEST = 200L << 20;

  private final Downloader downloader;
  private final MediaSource source;
  private final long limit;
  private final Progress progress;

  private Download(Downloader downloader, MediaSource source, long limit, Progress progress) {
    this.downloader = downloader;
    this.source = source;
    this.limit = limit;
    this.progress = progress;
  }

  static Download of(Downloader downloader, MediaSource source) {
    return new Download(downloader, source, LARGEST, Progress.UNSEEN);
  }

  /**
   * The same, taking no more than so much.
   *
   * @param bytes default: 200 MiB
   */
  public Download atMost(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("the limit is " + bytes + " bytes, allowed: 1 or more");
    }
    return new Download(downloader, source, bytes, progress);
  }

  /** The same, telling how far it is. */
  public Download showing(Progress newProgress) {
    return new Download(downloader, source, limit, newProgress);
  }

  /**
   * Puts it into a folder, which is made if missing, under a name as near to its own as is safe.
   * What is there stays: a second {@code report.pdf} becomes {@code report (2).pdf}.
   *
   * @return the file, whole, readable by its owner only
   */
  public Path into(Path folder) throws InterruptedException {
    return Placing.in(folder, source.name(), source.hasEnding(), this::fill);
  }

  /**
   * Puts it in place of this file, which need not be there. Until all of it has come, the place
   * stays as it is.
   *
   * @return the file, whole, readable by its owner only
   */
  public Path to(Path file) throws InterruptedException {
    return Placing.at(file, this::fill);
  }

  /**
   * Writes it here, as it comes; after a failure a part of it has been written.
   *
   * @param out stays open
   * @return the content type that the server tells, which is not always right
   */
  public String to(OutputStream out) throws InterruptedException {
    return fill(out);
  }

  private String fill(OutputStream out) throws InterruptedException {
    return downloader.pull(source, out, limit, progress);
  }

  /** By which call it comes: names are people's words. */
  @Override
  public String toString() {
    return "download by " + source;
  }
}

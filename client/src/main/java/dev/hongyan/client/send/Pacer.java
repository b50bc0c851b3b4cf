// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import dev.hongyan.time.Pace;
import dev.hongyan.time.Time;
import java.time.Duration;

/**
 * Makes senders of one account wait their turn: texts, media and changes of rooms have paces of
 * their own.
 */
public final class Pacer {

  private final Time time;
  private final Queue texts;
  private final Queue media;
  private final Queue rooms;

  public Pacer(Time time, Pace texts, Pace media, Pace rooms) {
    this.time = time;
    this.texts = new Queue(texts);
    this.media = new Queue(media);
    this.rooms = new Queue(rooms);
  }

  /** Waits until the next text may go. */
  void awaitText() throws InterruptedException {
    time.pause(nextTurn(texts));
  }

  /** Waits until the next message that is no text may go. */
  void awaitMedia() throws InterruptedException {
    time.pause(nextTurn(media));
  }

  /** Waits until the next room may be opened or changed. */
  public void awaitRoom() throws InterruptedException {
    time.pause(nextTurn(rooms));
  }

  private synchronized Duration nextTurn(Queue queue) {
    Pace.Turn turn = queue.pace.take(queue.bucket, time.nanoTime());
    queue.bucket = turn.bucket();
    return turn.delay();
  }

  /** Lets nothing go for a while: which of its limits was passed the service does not say. */
  synchronized void rest(Duration duration) {
    long now = time.nanoTime();
    texts.bucket = texts.pace.rest(texts.bucket, now, duration);
    media.bucket = media.pace.rest(media.bucket, now, duration);
  }

  private final class Queue {
    private final Pace pace;
    private Pace.Bucket bucket;

    Queue(Pace pace) {
      this.pace = pace;
      this.bucket = pace.full(time.nanoTime());
    }
  }
}

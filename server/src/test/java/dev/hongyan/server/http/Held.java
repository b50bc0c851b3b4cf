// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A handler that holds every request until it is let go, and tells what happens to it. */
final class Held implements RequestHandler {

  final Semaphore arrived = new Semaphore(0);
  final Semaphore interrupted = new Semaphore(0);
  final CountDownLatch letGo = new CountDownLatch(1);

  @Override
  public WebReply handle(WebRequest request, String source) throws InterruptedException {
    arrived.release();
    try {
      letGo.await();
      return new WebReply(200, Headers.NONE, Body.of(request.path()));
    } catch (InterruptedException e) {
      interrupted.release();
      throw e;
    }
  }

  /** Whether so many requests arrive in time. */
  boolean holds(int requests) throws InterruptedException {
    return arrived.tryAcquire(requests, 20, TimeUnit.SECONDS);
  }

  /** Whether so many are interrupted in time. */
  boolean wereInterrupted(int requests) throws InterruptedException {
    return interrupted.tryAcquire(requests, 20, TimeUnit.SECONDS);
  }
}

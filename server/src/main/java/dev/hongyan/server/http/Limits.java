// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * How much, how many and how long a listener puts up with, and what it answers beyond that. Times
 * are wall clock, also under virtual time: they guard sockets, not the protocol.
 *
 * @param requestLine bytes of the request line; longer is 414
 * @param headers bytes of all header lines together; more is 431
 * @param body bytes of a body by path; more is 413, before the body is read
 * @param spooling by path, whether bodies of more than {@link #IN_MEMORY} bytes go into a temporary
 *     file; elsewhere they stay in memory
 * @param bodies bytes of all bodies that are in memory at once; more is 503
 * @param spooled bytes of all bodies that are in temporary files at once; more is 503
 * @param connections open connections; at most one request runs on each. More are answered 503
 * @param headTime from the first byte of a request to the end of its headers, and from the opening
 *     of a connection to its first byte; longer is 408, or nothing if nothing was sent
 * @param bodyTime from the headers to the end of the body, not counting what {@code slowest} grants
 *     for an announced length; longer is 408
 * @param idleTime from an answer to the next request; then the connection is closed
 * @param replyTime to take an answer, not counting what {@code slowest} grants for its length; then
 *     the connection is closed
 * @param slowest bytes per second that a line must carry; bodies and answers get time for their
 *     length by this
 */
public record Limits(
    int requestLine,
    int headers,
    ToIntFunction<String> body,
    Predicate<String> spooling,
    long bodies,
    long spooled,
    int connections,
    Duration headTime,
    Duration bodyTime,
    Duration idleTime,
    Duration replyTime,
    int slowest) {

  /** Cookies and keys go into queries twice encoded: 2 KiB are real, 16 KiB are an attack. */
  public static final int REQUEST_LINE = 16 << 10;

  /** The seven cookies of a session take 1 KiB; browsers send no more than 16 KiB. */
  public static final int HEADERS = 32 << 10;

  /** The largest request without a file is a batch of 50 contacts, some 10 KiB. */
  public static final int BODY = 2 << 20;

  /** A sixteenth of a heap of 1 GiB, and still 32 bodies of full size. */
  public static final long BODIES = 64 << 20;

  /** Bytes of an upload that stay in memory: a part of a file fits, a whole file does not. */
  public static final int IN_MEMORY = 1 << 20;

  /** Fifty uploads of the longest kind at once, and some more. */
  public static final long SPOOLED = 2L << 30;

  /** What the file limit of a usual machine allows, half of it left for everything else. */
  public static final int CONNECTIONS = 10_000;

  /** A head is one packet or two; whoever takes ten seconds for it wants to hold a place. */
  public static final Duration HEAD_TIME = Duration.ofSeconds(10);

  /** The patience that the clients themselves have for a call, twice (protocol reference 2.4). */
  public static final Duration BODY_TIME = Duration.ofSeconds(30);

  /** Above the 90 s of the most patient client pool known, so that the client closes first. */
  public static final Duration IDLE_TIME = Duration.ofMinutes(2);

  /** As for bodies. */
  public static final Duration REPLY_TIME = BODY_TIME;

  /** Bytes per second that a slow line must still carry: a mobile phone at the edge of its cell. */
  public static final int SLOWEST = 16 << 10;

  /** What suits the protocol without large files. */
  public static final Limits DEFAULT =
      new Limits(
          REQUEST_LINE,
          HEADERS,
          path -> BODY,
          path -> false,
          BODIES,
          SPOOLED,
          CONNECTIONS,
          HEAD_TIME,
          BODY_TIME,
          IDLE_TIME,
          REPLY_TIME,
          SLOWEST);

  /** The same with another limit for bodies, chosen by path. */
  public Limits withBody(ToIntFunction<String> newBody) {
    return with(newBody, spooling);
  }

  /** The same with large bodies in files on these paths. */
  public Limits withSpooling(Predicate<String> paths) {
    return with(body, paths);
  }

  private Limits with(ToIntFunction<String> newBody, Predicate<String> newSpooling) {
    return new Limits(
        requestLine,
        headers,
        newBody,
        newSpooling,
        bodies,
        spooled,
        connections,
        headTime,
        bodyTime,
        idleTime,
        replyTime,
        slowest);
  }

  Duration bodyTime(long bytes) {
    return bodyTime.plusSeconds(bytes / slowest);
  }

  Duration replyTime(long bytes) {
    return replyTime.plusSeconds(bytes / slowest);
  }
}

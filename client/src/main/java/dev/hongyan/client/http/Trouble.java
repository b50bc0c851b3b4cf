// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * Says what went wrong on the way, and what may help: whoever reads it can do something about a
 * wrong port, and little about an exception's name.
 */
final class Trouble {

  /** As many causes as any real exception has. */
  private static final int DEPTH = 16;

  private Trouble() {}

  /**
   * No reply, or not all of it.
   *
   * @param place host and port that were asked
   */
  static IOException of(Throwable cause, String place) {
    return new IOException(words(cause, place), cause);
  }

  /** It takes too long. */
  static IOException late(String place, Duration patience, Throwable cause) {
    return new IOException(
        "no whole reply from " + place + " within " + patience + ": it is slow or stuck", cause);
  }

  private static String words(Throwable cause, String place) {
    // The JDK says that a host is unknown within a failed connection, so the innermost decides.
    if (isWithin(cause, UnresolvedAddressException.class)
        || isWithin(cause, UnknownHostException.class)) {
      return "there is no host " + place + ": the name is wrong, or there is no network";
    }
    if (isWithin(cause, HttpConnectTimeoutException.class)) {
      return place + " was not reached in time: it is off, or something is between";
    }
    if (isWithin(cause, ConnectException.class)) {
      return "nobody listens at " + place + ": the server is off, or at another port";
    }
    if (isWithin(cause, SSLException.class)) {
      return "no secure connection with "
          + place
          + ": its certificate is not trusted, or it speaks plain HTTP";
    }
    return place + " broke off before the whole reply was there";
  }

  private static boolean isWithin(Throwable failure, Class<? extends Throwable> kind) {
    Throwable cause = failure;
    for (int i = 0; i < DEPTH && cause != null; i++) {
      if (kind.isInstance(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}

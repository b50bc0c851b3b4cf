// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.io.Serial;

/** Anything that can go wrong between a client and the service. */
public abstract sealed class WebWxException extends RuntimeException
    permits MalformedReplyException,
        RefusedException,
        TransportException,
        SessionEndedException,
        MediaUnavailableException {

  @Serial private static final long serialVersionUID = 1L;

  private final String call;

  WebWxException(String call, String message) {
    super(call + ": " + message);
    this.call = call;
  }

  /** Wire name of the call that failed. */
  public String call() {
    return call;
  }
}

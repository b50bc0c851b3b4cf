// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.io.Serial;

/**
 * Nobody answered, or something other than the service did: time-outs, broken connections, 5xx,
 * empty bodies, pages of a captive portal (protocol reference 6.4). Worth another try.
 */
public final class TransportException extends WebWxException {

  @Serial private static final long serialVersionUID = 1L;

  /** Trouble on the way, in words. */
  public TransportException(String call, String problem) {
    super(call, problem);
  }

  /** Trouble on the way with its cause. */
  public TransportException(String call, String problem, Throwable cause) {
    super(call, problem);
    initCause(cause);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.server.http.Arrival.Refusal;

/** What arrives on a connection can't become a request. */
final class RefusalException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;

  /**
   * @param status the answer
   * @param reason one sentence that holds nothing of what was sent
   */
  RefusalException(int status, String reason) {
    super(reason, null, false, false); // the peer's fault, at the peer's rate: no stack trace
    this.status = status;
    this.reason = reason;
  }

  Refusal refusal() {
    return new Refusal(status, reason);
  }
}

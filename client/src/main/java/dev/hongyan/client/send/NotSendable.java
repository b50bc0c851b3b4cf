// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import dev.hongyan.client.message.SendOutcome.NotSent.Reason;
import java.io.Serial;

/** Something cannot be sent as it is. */
final class NotSendable extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final Reason reason;

  NotSendable(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}

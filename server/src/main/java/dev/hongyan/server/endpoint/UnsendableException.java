// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import java.io.Serial;

/** What a guest wants to send makes no message; the breach is noted already. */
final class UnsendableException extends Exception {

  @Serial private static final long serialVersionUID = 1;

  UnsendableException(String field) {
    super(field);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.io.Serial;

/** Another client, in this process or another, has the account's inbox and outbox open. */
public final class AccountInUseException extends IllegalStateException {

  @Serial private static final long serialVersionUID = 1L;

  /** A clash over what is named. */
  public AccountInUseException(String what) {
    super(what + " is in use by another client; end that one first");
  }
}

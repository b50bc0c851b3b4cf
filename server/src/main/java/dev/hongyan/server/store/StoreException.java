// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

/** The database failed: a full disk, a damaged file, a statement it does not like. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What was being done, and why it failed. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}

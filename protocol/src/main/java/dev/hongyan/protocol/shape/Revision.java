// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.shape;

import java.time.Instant;

/**
 * What becomes of values that were read, by their kind rather than by the call they belong to: so
 * one revision does for every call there is or will be. Each method is given what arrived and
 * returns what takes its place; unless overridden, that is the same.
 */
public interface Revision {

  /** What a text stands for. */
  enum Kind {
    /** Somebody's words or name, an address, anything without a type of its own. */
    TEXT,
    /** A size or a length. */
    MEASURE,
    /** A key, a ticket, a session id. */
    SECRET,
    /** Anybody's name on the wire. */
    USER_NAME,
    /** Any other id: of a login, a message, a file. */
    ID,
    /** What stands in an address, a form or a path: anything of the above. */
    PARAMETER,
    /** All of a query as it came, percent-encoding and all. */
    QUERY
  }

  /** The number that tells how a call went. */
  default int result(int value) {
    return value;
  }

  /** A 32-bit number: types, flags, counts. */
  default int number(int value) {
    return value;
  }

  /** A 64-bit number: ids, accounts, cursors. */
  default long longNumber(long value) {
    return value;
  }

  /** A truth value. */
  default boolean bit(boolean value) {
    return value;
  }

  /** A moment. */
  default Instant moment(Instant value) {
    return value;
  }

  /** A text. */
  default String text(Kind kind, String value) {
    return value;
  }

  /** Whether the bytes of files stay. */
  default boolean keepsFiles() {
    return true;
  }
}

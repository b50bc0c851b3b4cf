// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import java.io.Serial;

/**
 * Bytes that make no sense; whoever knows the call's name and side says so with both.
 *
 * <p>No stack, since a hostile list has a million items each of which throws one; no cause, since
 * parsers quote what they cannot read.
 */
public final class Unreadable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String field;

  public Unreadable(String problem) {
    this("", problem);
  }

  public Unreadable(String field, String problem) {
    super(problem, null, false, false);
    this.field = field;
  }

  String field() {
    return field;
  }

  String problem() {
    return String.valueOf(getMessage());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import java.io.Serial;

/** Bytes that make no sense; whoever knows the call's name and side says so with both. */
public final class Unreadable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String field;

  public Unreadable(String problem) {
    this("", problem);
  }

  public Unreadable(String field, String problem) {
    super(problem);
    this.field = field;
  }

  Unreadable(String problem, Throwable cause) {
    super(problem, cause);
    this.field = "";
  }

  String field() {
    return field;
  }

  String problem() {
    return String.valueOf(getMessage());
  }
}

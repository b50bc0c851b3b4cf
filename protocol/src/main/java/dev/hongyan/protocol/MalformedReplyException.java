// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.io.Serial;

/** The server spoke nonsense. The message names call and field and never quotes a value. */
public final class MalformedReplyException extends WebWxException {

  @Serial private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * A reply that cannot be used.
   *
   * @param field path of the member at fault, empty if the whole reply is
   * @param problem what is wrong, without any value from the reply
   */
  public MalformedReplyException(String call, String field, String problem) {
    super(call, field.isEmpty() ? problem : field + " " + problem);
    this.field = field;
  }

  /** Path of the member at fault, empty if the whole reply is. */
  public String field() {
    return field;
  }
}

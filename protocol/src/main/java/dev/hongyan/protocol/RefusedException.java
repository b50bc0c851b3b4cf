// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.io.Serial;

/** The server understood and said no. */
public final class RefusedException extends WebWxException {

  @Serial private static final long serialVersionUID = 1L;

  private final int code;
  private final String text;

  /**
   * A refusal.
   *
   * @param text the server's own words, may be empty
   */
  public RefusedException(String call, Retcode retcode, String text) {
    super(call, "refused with " + retcode + (text.isEmpty() ? "" : ": " + text));
    this.code = retcode.code();
    this.text = text;
  }

  /** The server's result number. */
  public Retcode retcode() {
    return new Retcode(code);
  }

  /** The server's own words, may be empty. */
  public String text() {
    return text;
  }
}

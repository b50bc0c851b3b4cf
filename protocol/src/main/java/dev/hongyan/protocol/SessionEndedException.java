// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.io.Serial;

/** There is no session any more: log in again. */
public final class SessionEndedException extends WebWxException {

  @Serial private static final long serialVersionUID = 1L;

  private final int code;

  /** The end of a session as a call's retcode told it (protocol reference 7.1). */
  public SessionEndedException(String call, Retcode retcode) {
    super(call, "the session is over, " + retcode);
    this.code = retcode.code();
  }

  /** The code that said so. */
  public Retcode retcode() {
    return new Retcode(code);
  }
}

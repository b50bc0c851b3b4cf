// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import dev.hongyan.protocol.shape.Shape;

/**
 * How a call went, the first member of every JSON answer (protocol reference 3.0).
 *
 * @param text the server's words, usually empty even on failure
 */
public record Status(Retcode ret, String text) {

  /** It went well. */
  public static final Status OK = new Status(Retcode.OK, "");

  /** On the wire. */
  public static final Shape<Status> SHAPE =
      new Shape<>(
          OK,
          (f, s) ->
              new Status(
                  new Retcode(f.required().number("Ret", s.ret.code())), f.text("ErrMsg", s.text)));

  /** A refusal without words. */
  public static Status of(Retcode ret) {
    return new Status(ret, "");
  }

  /** Whether it went well. */
  public boolean isOk() {
    return ret.isOk();
  }
}

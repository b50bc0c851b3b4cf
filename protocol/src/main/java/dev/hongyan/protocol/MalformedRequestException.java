// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.io.Serial;

/** A client sent nonsense; a server answers it with Ret 1200 or a 4xx. Quotes no value. */
public final class MalformedRequestException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String call;

  /** A request that cannot be used. */
  public MalformedRequestException(String call, String field, String problem) {
    super(call + ": " + (field.isEmpty() ? problem : field + " " + problem));
    this.call = call;
  }

  /** Wire name of the call. */
  public String call() {
    return call;
  }
}

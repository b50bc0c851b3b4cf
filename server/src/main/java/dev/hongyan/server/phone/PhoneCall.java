// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;

/** One call of the phone API. */
interface PhoneCall {

  /** The HTTP method; all but GET change something, and all but DELETE then want a body. */
  String method();

  /** The path below {@code /phone/}; one that ends with a slash is followed by a name. */
  String path();

  /** Whether its body is a file, not JSON. */
  default boolean takesBytes() {
    return false;
  }

  /**
   * Does what is asked.
   *
   * @throws Problem if it cannot
   */
  WebReply answer(Ask ask);
}

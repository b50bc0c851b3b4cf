// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import java.util.Optional;

/** Replies that differ from another in one thing. */
final class Replies {

  private Replies() {}

  /** Another body; empty if there was none to begin with. */
  static Optional<WebReply> withBody(WebReply reply, Body body) {
    return reply.body().length() == 0
        ? Optional.empty()
        : Optional.of(new WebReply(reply.status(), reply.headers(), body));
  }

  /** Another answer, under the same headers: cookies do not depend on it. */
  static <R> Optional<WebReply> said(WebReply reply, Call<?, R> call, R answer) {
    return withBody(reply, call.answer(answer).body());
  }

  /** All lines but those of this name. */
  static Headers without(String name, Headers headers) {
    return new Headers(
        headers.lines().stream().filter(line -> !line.name().equalsIgnoreCase(name)).toList());
  }
}

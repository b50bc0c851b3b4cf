// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.testkit;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.catalog.Catalog;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that came to a server, and the reply to it as soon as there is one. Prints neither:
 * both hold secrets.
 */
public final class RecordedRequest {

  private final String call;
  private final WebRequest request;
  private final String source;
  private final Instant time;
  private volatile @Nullable WebReply reply;

  RecordedRequest(WebRequest request, String source, Instant time) {
    this.call = Catalog.ofPath(request.path()).map(Call::name).orElse(request.path());
    this.request = request;
    this.source = source;
    this.time = time;
  }

  /** Wire name of the call, such as {@code webwxsendmsg}; the path of what is no protocol call. */
  public String call() {
    return call;
  }

  /** The request as it came. */
  public WebRequest request() {
    return request;
  }

  /** The address that it came from. */
  public String source() {
    return source;
  }

  /** When it came, by the server's time. */
  public Instant time() {
    return time;
  }

  /**
   * What is asked.
   *
   * @throws IllegalArgumentException if it is another call
   * @throws dev.hongyan.protocol.MalformedRequestException if the request makes no sense
   */
  public <Q> Q question(Call<Q, ?> asked) {
    return require(asked).read(request);
  }

  /**
   * The reply, though an ordered fault may have lost it on the way back; nothing as long as the
   * request is held, or if there will be none.
   */
  public Optional<WebReply> reply() {
    return Optional.ofNullable(reply);
  }

  /**
   * What is answered.
   *
   * @throws IllegalArgumentException if it is another call
   * @throws IllegalStateException if there is no reply yet
   */
  public <R> R answer(Call<?, R> asked) {
    return require(asked)
        .reply(reply().orElseThrow(() -> new IllegalStateException(call + " is not answered")));
  }

  private <C extends Call<?, ?>> C require(C asked) {
    if (!asked.name().equals(call)) {
      throw new IllegalArgumentException("this is " + call + ", not " + asked.name());
    }
    return asked;
  }

  void answered(WebReply with) {
    reply = with;
  }

  @Override
  public String toString() {
    return call + reply().map(r -> ", answered " + r.status()).orElse(", not answered");
  }
}

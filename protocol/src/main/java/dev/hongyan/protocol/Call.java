// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import dev.hongyan.protocol.shape.Revision;
import java.util.List;
import java.util.Optional;

/**
 * One call of the protocol, both directions: a client makes a request and reads the reply, a server
 * reads a request and makes the reply, all from the same description.
 *
 * @param <Q> what is asked
 * @param <R> what is answered
 */
public interface Call<Q, R> {

  /** Name on the wire: {@code webwxsync}, {@code login} for the poll. */
  String name();

  /** HTTP methods that a server accepts; a client uses the first. */
  List<String> methods();

  /** Host that the call belongs to. A server answers it on every host (protocol reference 1.2). */
  HostRole role();

  /** Path, complete unless {@link #hasTail()}. */
  String path();

  /** Whether the path goes on behind {@link #path()}, as in {@code /qrcode/UUID}. */
  boolean hasTail();

  /** The client's request. */
  WebRequest request(Q question, Origin origin, CallContext context);

  /**
   * The client reads the reply.
   *
   * @throws MalformedReplyException if the reply makes no sense; names call and field
   */
  default R reply(WebReply reply) {
    return reply(reply, Findings.IGNORED);
  }

  /** As {@link #reply(WebReply)}, telling what was unknown and what had to be mended. */
  R reply(WebReply reply, Findings findings);

  /**
   * The server reads the request.
   *
   * @throws MalformedRequestException if the request makes no sense
   */
  Q read(WebRequest request);

  /** The server's reply. */
  WebReply answer(R answer);

  /** The server's reply that says no, with nothing else in it; empty if this call has none. */
  Optional<WebReply> refusal(Retcode ret);

  /**
   * A request read, revised and written again, with nothing in it that this call does not know.
   *
   * @throws MalformedRequestException if the request makes no sense
   */
  WebRequest revised(WebRequest request, Revision revision, CallContext context);

  /**
   * A reply read, revised and written again, with nothing in it that this call does not know; empty
   * if the reply has no members to revise, as pictures have none.
   *
   * @throws MalformedReplyException if the reply makes no sense
   */
  Optional<WebReply> revised(WebReply reply, Revision revision);
}

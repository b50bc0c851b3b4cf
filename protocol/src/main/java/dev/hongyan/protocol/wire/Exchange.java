// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.MalformedRequestException;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.shape.Revision;
import java.util.List;
import java.util.Optional;

/**
 * A call made of its description: where it goes, how the request looks, how the reply looks.
 *
 * @param neutral the question with nothing in it
 */
public record Exchange<Q, R>(
    String name,
    List<String> methods,
    HostRole role,
    String path,
    boolean hasTail,
    Q neutral,
    Parts.Passage<Q> passage,
    ReplyCodec<R> codec)
    implements Call<Q, R> {

  private static final String BIN = "/cgi-bin/mmwebwx-bin/";

  /** Where a call goes; the first step of its description. */
  public record Place(
      String name, List<String> methods, HostRole role, String path, boolean hasTail) {

    /** Elsewhere than under the usual prefix. */
    public Place at(String path) {
      return new Place(name, methods, role, path, hasTail);
    }

    /** The path goes on behind {@link #path()}. */
    public Place withTail() {
      return new Place(name, methods, role, path, true);
    }

    /** How the request looks; the second step. */
    public <Q> Question<Q> asks(Q neutral, Parts.Passage<Q> passage) {
      return new Question<>(this, neutral, passage);
    }
  }

  /** A call that still lacks its reply. */
  public record Question<Q>(Place place, Q neutral, Parts.Passage<Q> passage) {

    /** How the reply looks; the last step. */
    public <R> Call<Q, R> answers(ReplyCodec<R> codec) {
      return new Exchange<>(
          place.name,
          place.methods,
          place.role,
          place.path,
          place.hasTail,
          neutral,
          passage,
          codec);
    }
  }

  /** A call by GET; our server takes it by POST as well, as some clients send it. */
  public static Place get(String name, HostRole role) {
    return new Place(name, List.of("GET", "POST"), role, BIN + name, false);
  }

  /** A call by POST. */
  public static Place post(String name, HostRole role) {
    return new Place(name, List.of("POST"), role, BIN + name, false);
  }

  /** A call by POST that some clients send by GET. */
  public static Place postOrGet(String name, HostRole role) {
    return new Place(name, List.of("POST", "GET"), role, BIN + name, false);
  }

  @Override
  public WebRequest request(Q question, Origin origin, CallContext context) {
    RequestWriter writer = new RequestWriter(context);
    var same = passage.pass(writer, question);
    assert same != null;
    if (role != HostRole.LOGIN) {
      writer.nameApp();
    }
    return writer.request(methods.getFirst(), origin, path);
  }

  @Override
  public R reply(WebReply reply, Findings findings) {
    return reply(codec, reply, findings);
  }

  private R reply(ReplyCodec<R> reader, WebReply reply, Findings findings) {
    try {
      return reader.read(reply, findings);
    } catch (Unreadable e) {
      throw new MalformedReplyException(name, e.field(), e.problem());
    }
  }

  @Override
  public Q read(WebRequest request) {
    return read(request, passage);
  }

  private Q read(WebRequest request, Parts.Passage<Q> reading) {
    try {
      return reading.pass(new RequestReader(request, path), neutral);
    } catch (Unreadable e) {
      throw new MalformedRequestException(name, e.field(), e.problem());
    }
  }

  @Override
  public WebReply answer(R answer) {
    return codec.write(answer);
  }

  @Override
  public Optional<WebReply> refusal(Retcode ret) {
    Refusing refusing = new Refusing(ret.code());
    return codec
        .shape()
        .map(shape ->
            RevisedFields.over(shape, refusing).pass(new UntouchedFields(), shape.neutral()))
        .filter(_ -> refusing.said)
        .map(codec::write);
  }

  /** Says one result number, wherever there is a place for one. */
  private static final class Refusing implements Revision {

    private final int ret;
    private boolean said;

    Refusing(int ret) {
      this.ret = ret;
    }

    @Override
    public int result(int value) {
      said = true;
      return ret;
    }
  }

  @Override
  public WebRequest revised(WebRequest request, Revision revision, CallContext context) {
    Q question = read(request, RevisedParts.over(passage, revision));
    Origin origin = new Origin(request.scheme(), request.authority());
    return request(question, origin, context);
  }

  @Override
  public Optional<WebReply> revised(WebReply reply, Revision revision) {
    return codec
        .revised(revision)
        .map(revised -> codec.write(reply(revised, reply, Findings.IGNORED)));
  }

  @Override
  public String toString() {
    return name;
  }
}

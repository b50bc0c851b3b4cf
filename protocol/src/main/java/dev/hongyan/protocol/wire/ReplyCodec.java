// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.shape.Revision;
import dev.hongyan.protocol.shape.Shape;
import java.util.Optional;
import java.util.function.Function;

/**
 * Both directions of a reply, in one of the dialects of protocol reference 6.1.
 *
 * @param <R> what is answered
 */
public interface ReplyCodec<R> {

  /** The client's direction; what it throws is {@link Unreadable}. */
  R read(WebReply reply, Findings findings);

  /** The server's direction. */
  WebReply write(R answer);

  /** How the reply's members look; empty if it has none. */
  default Optional<Shape<R>> shape() {
    return Optional.empty();
  }

  /** The same, but what it reads is revised; empty if a reply has no members to revise. */
  default Optional<ReplyCodec<R>> revised(Revision revision) {
    return Optional.empty();
  }

  /** The same with one more header line in what the server sends. */
  default ReplyCodec<R> with(String header, String value) {
    ReplyCodec<R> plain = this;
    return new ReplyCodec<>() {
      @Override
      public R read(WebReply reply, Findings findings) {
        return plain.read(reply, findings);
      }

      @Override
      public Optional<Shape<R>> shape() {
        return plain.shape();
      }

      @Override
      public Optional<ReplyCodec<R>> revised(Revision revision) {
        return plain.revised(revision).map(codec -> codec.with(header, value));
      }

      @Override
      public WebReply write(R answer) {
        WebReply reply = plain.write(answer);
        return new WebReply(reply.status(), reply.headers().and(header, value), reply.body());
      }
    };
  }

  /** JSON in the service's layout, labelled {@code text/plain} without a charset. */
  static <R> ReplyCodec<R> json(Shape<R> shape) {
    return json(shape, JsonFields.Layout.SERVICE);
  }

  /** JSON on one line, as the push login answers. */
  static <R> ReplyCodec<R> compactJson(Shape<R> shape) {
    return json(shape, JsonFields.Layout.COMPACT);
  }

  private static <R> ReplyCodec<R> json(Shape<R> shape, JsonFields.Layout layout) {
    return new ReplyCodec<>() {
      @Override
      public R read(WebReply reply, Findings findings) {
        return TreeFields.read(JsonTree.readReply(reply.body().bytes(), findings), shape, findings);
      }

      @Override
      public Optional<Shape<R>> shape() {
        return Optional.of(shape);
      }

      @Override
      public Optional<ReplyCodec<R>> revised(Revision revision) {
        return Optional.of(ReplyCodec.json(RevisedFields.over(shape, revision), layout));
      }

      @Override
      public WebReply write(R answer) {
        return labelled("text/plain", JsonFields.write(shape, answer, layout));
      }
    };
  }

  /** Flat XML under one root element. */
  static <R> ReplyCodec<R> xml(String root, Shape<R> shape) {
    return xml(root, shape, XmlContent.Layout.PAIRED);
  }

  /** The same, but texts are written in CDATA sections. */
  static <R> ReplyCodec<R> xmlInCdata(String root, Shape<R> shape) {
    return xml(root, shape, XmlContent.Layout.SECTIONS);
  }

  private static <R> ReplyCodec<R> xml(String root, Shape<R> shape, XmlContent.Layout layout) {
    return new ReplyCodec<>() {
      @Override
      public R read(WebReply reply, Findings findings) {
        return TreeFields.read(Xml.read(root, reply.body().bytes(), findings), shape, findings);
      }

      @Override
      public Optional<Shape<R>> shape() {
        return Optional.of(shape);
      }

      @Override
      public Optional<ReplyCodec<R>> revised(Revision revision) {
        return Optional.of(ReplyCodec.xml(root, RevisedFields.over(shape, revision)));
      }

      @Override
      public WebReply write(R answer) {
        return labelled(
            "text/plain;charset=utf-8", XmlFields.write(root, layout, shape.passage(), answer));
      }
    };
  }

  /**
   * Script statements. Their spaces and quotes differ from call to call and clients insist on them,
   * so each call prints its own.
   *
   * @param shape for reading only
   */
  static <R> ReplyCodec<R> script(Shape<R> shape, Function<R, String> print) {
    return new ReplyCodec<>() {
      @Override
      public R read(WebReply reply, Findings findings) {
        return TreeFields.read(Script.read(reply.body().bytes()), shape, findings);
      }

      @Override
      public Optional<Shape<R>> shape() {
        return Optional.of(shape);
      }

      @Override
      public Optional<ReplyCodec<R>> revised(Revision revision) {
        return Optional.of(ReplyCodec.script(RevisedFields.over(shape, revision), print));
      }

      @Override
      public WebReply write(R answer) {
        return labelled("text/javascript", print.apply(answer));
      }
    };
  }

  /** A reply of status 200 with this content type. */
  static WebReply labelled(String contentType, String text) {
    return new WebReply(200, Headers.NONE.and("Content-Type", contentType), Body.of(text));
  }
}

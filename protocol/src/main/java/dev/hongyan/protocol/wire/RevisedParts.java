// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.shape.Revision;
import dev.hongyan.protocol.shape.Revision.Kind;
import dev.hongyan.protocol.shape.Shape;

/** Parts of a request as other parts read them, revised on their way to whoever asked. */
record RevisedParts(Parts source, Revision revision) implements Parts {

  /** A passage whose parts are revised as they are read. */
  static <Q> Passage<Q> over(Passage<Q> passage, Revision revision) {
    return (parts, question) -> passage.pass(new RevisedParts(parts, revision), question);
  }

  @Override
  public long now() {
    return source.now();
  }

  @Override
  public String language() {
    return source.language();
  }

  @Override
  public String mod() {
    return source.mod();
  }

  @Override
  public String app() {
    return source.app();
  }

  @Override
  public String tail(String value) {
    return parameter(source.tail(value));
  }

  @Override
  public String query(String name, String value, String... aliases) {
    return parameter(source.query(name, value, aliases));
  }

  @Override
  public String plainQuery(String name, String value) {
    return parameter(source.plainQuery(name, value));
  }

  @Override
  public String optionalQuery(String name, String value, String... aliases) {
    return parameter(source.optionalQuery(name, value, aliases));
  }

  @Override
  public void constantQuery(String name, String value) {
    source.constantQuery(name, value);
  }

  @Override
  public String verbatimQuery(String value) {
    return revision.text(Kind.QUERY, source.verbatimQuery(value));
  }

  @Override
  public <T> T json(Shape<T> shape, T value) {
    return source.json(RevisedFields.over(shape, revision), value);
  }

  @Override
  public String form(String name, String value) {
    return parameter(source.form(name, value));
  }

  @Override
  public String encodedQuery(String name, String value, String... aliases) {
    String decoded = PercentCode.decode(source.encodedQuery(name, value, aliases));
    return PercentCode.encode(parameter(decoded));
  }

  @Override
  public String header(String name, String value) {
    return parameter(source.header(name, value));
  }

  @Override
  public String part(String name, String value, String... aliases) {
    return parameter(source.part(name, value, aliases));
  }

  @Override
  public String optionalPart(String name, String value) {
    return parameter(source.optionalPart(name, value));
  }

  @Override
  public <T> T jsonPart(String name, Shape<T> shape, T value) {
    return source.jsonPart(name, RevisedFields.over(shape, revision), value);
  }

  @Override
  public FilePart filePart(String name, FilePart value) {
    FilePart file = source.filePart(name, value);
    return new FilePart(
        revision.text(Kind.TEXT, file.fileName()),
        revision.text(Kind.PARAMETER, file.contentType()),
        revision.keepsFiles() ? file.bytes() : Body.EMPTY);
  }

  private String parameter(String value) {
    return revision.text(Kind.PARAMETER, value);
  }
}

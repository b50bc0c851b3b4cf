// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.shape.Shape;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The server's direction of a request. */
final class RequestReader implements Parts {

  private final WebRequest request;
  private final String path;
  private final Parameters query;
  private @Nullable Parameters form;
  private @Nullable Multipart parts;

  RequestReader(WebRequest request, String path) {
    this.request = request;
    this.path = path;
    this.query = Parameters.read(request.query());
  }

  @Override
  public long now() {
    return 0;
  }

  @Override
  public String language() {
    return "";
  }

  @Override
  public String mod() {
    return "";
  }

  @Override
  public String app() {
    return "";
  }

  @Override
  public String tail(String value) {
    String whole = request.path();
    return whole.startsWith(path) ? PercentCode.decode(whole.substring(path.length())) : value;
  }

  @Override
  public String query(String name, String value, String... aliases) {
    var found = query.value(name);
    for (String alias : aliases) {
      found = found.or(() -> query.value(alias));
    }
    return found.orElse("");
  }

  @Override
  public String plainQuery(String name, String value) {
    return query(name, value);
  }

  @Override
  public String optionalQuery(String name, String value, String... aliases) {
    return query(name, value, aliases);
  }

  @Override
  public void constantQuery(String name, String value) {}

  @Override
  public String verbatimQuery(String value) {
    return request.query();
  }

  @Override
  public <T> T json(Shape<T> shape, T value) {
    byte[] bytes = request.body().bytes();
    return bytes.length == 0
        ? shape.neutral()
        : TreeFields.read(JsonTree.readRequest(bytes), shape, Findings.IGNORED);
  }

  @Override
  public String form(String name, String value) {
    Parameters read = form;
    if (read == null) {
      read = Parameters.read(request.body().text());
      form = read;
    }
    return read.value(name).orElse("");
  }

  @Override
  public String encodedQuery(String name, String value, String... aliases) {
    var found = query.encodedValue(name);
    for (String alias : aliases) {
      found = found.or(() -> query.encodedValue(alias));
    }
    return found.orElse("");
  }

  @Override
  public String header(String name, String value) {
    return request.headers().first(name).orElse("");
  }

  @Override
  public String part(String name, String value, String... aliases) {
    var found = parts().field(name);
    for (String alias : aliases) {
      found = found.or(() -> parts().field(alias));
    }
    return found.orElse("");
  }

  @Override
  public String optionalPart(String name, String value) {
    return part(name, value);
  }

  @Override
  public <T> T jsonPart(String name, Shape<T> shape, T value) {
    String json = parts().field(name).orElseThrow(() -> new Unreadable(name, "is missing"));
    Tree.Obj tree = JsonTree.readRequest(json.getBytes(StandardCharsets.UTF_8));
    return TreeFields.read(tree, shape, Findings.IGNORED);
  }

  @Override
  public FilePart filePart(String name, FilePart value) {
    return parts().file(name).orElse(FilePart.NONE);
  }

  private Multipart parts() {
    Multipart read = parts;
    if (read == null) {
      read = Multipart.read(request.headers(), request.body());
      parts = read;
    }
    return read;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.shape.Shape;

/** The client's direction of a request. */
final class RequestWriter implements Parts {

  private final CallContext context;
  private final StringBuilder tail = new StringBuilder();
  private final StringBuilder query = new StringBuilder();
  private final StringBuilder form = new StringBuilder();
  private final MultipartWriter parts = new MultipartWriter();
  private Body body = Body.EMPTY;
  private Headers headers = Headers.NONE;

  RequestWriter(CallContext context) {
    this.context = context;
  }

  /** Names the application in a header, as the file helper does in every call after the poll. */
  void nameApp() {
    if (!app().isEmpty()) {
      headers = headers.and(WebApp.MARK, app());
    }
  }

  WebRequest request(String method, Origin origin, String path) {
    if (!form.isEmpty()) {
      body = Body.of(form.toString());
      headers = headers.and("Content-Type", "application/x-www-form-urlencoded");
    }
    if (!parts.isEmpty()) {
      body = parts.body();
      headers = headers.and("Content-Type", parts.contentType());
    }
    return new WebRequest(
        method, origin.scheme(), origin.authority(), path + tail, query.toString(), headers, body);
  }

  @Override
  public long now() {
    return context.now();
  }

  @Override
  public String language() {
    return context.language();
  }

  @Override
  public String mod() {
    return context.mod();
  }

  @Override
  public String app() {
    return context.app().mark();
  }

  @Override
  public String tail(String value) {
    tail.append(PercentCode.encodeSparingly(value));
    return value;
  }

  @Override
  public String query(String name, String value, String... aliases) {
    append(query, name, PercentCode.encode(value));
    return value;
  }

  @Override
  public String plainQuery(String name, String value) {
    append(query, name, PercentCode.encodeSparingly(value));
    return value;
  }

  @Override
  public String optionalQuery(String name, String value, String... aliases) {
    return value.isEmpty() ? value : query(name, value, aliases);
  }

  @Override
  public void constantQuery(String name, String value) {
    if (!value.isEmpty()) {
      append(query, name, PercentCode.encodeSparingly(value));
    }
  }

  @Override
  public String verbatimQuery(String value) {
    if (!query.isEmpty() && !value.isEmpty()) {
      query.append('&');
    }
    query.append(PercentCode.mend(value));
    return value;
  }

  @Override
  public <T> T json(Shape<T> shape, T value) {
    body = Body.of(JsonFields.write(shape, value, JsonFields.Layout.COMPACT));
    headers = headers.and("Content-Type", "application/json;charset=UTF-8");
    return value;
  }

  @Override
  public String form(String name, String value) {
    append(form, name, PercentCode.encode(value));
    return value;
  }

  @Override
  public String encodedQuery(String name, String value, String... aliases) {
    append(query, name, PercentCode.mendValue(value));
    return value;
  }

  @Override
  public String header(String name, String value) {
    if (!value.isEmpty()) {
      headers = headers.and(name, value);
    }
    return value;
  }

  @Override
  public String part(String name, String value, String... aliases) {
    parts.field(name, value);
    return value;
  }

  @Override
  public String optionalPart(String name, String value) {
    return value.isEmpty() ? value : part(name, value);
  }

  @Override
  public <T> T jsonPart(String name, Shape<T> shape, T value) {
    parts.field(name, JsonFields.write(shape, value, JsonFields.Layout.COMPACT));
    return value;
  }

  @Override
  public FilePart filePart(String name, FilePart value) {
    parts.file(name, value);
    return value;
  }

  private static void append(StringBuilder out, String name, String value) {
    if (!out.isEmpty()) {
      out.append('&');
    }
    out.append(name).append('=').append(value);
  }
}

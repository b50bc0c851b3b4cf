// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.MalformedRequestException;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.cases.Case;
import dev.hongyan.protocol.cases.Cases;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.media.UploadParallel;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a client sends to any call is a question or malformed. A question that was read makes a
 * request whose address is one, and which is read again as the same question but for what one
 * dialect of query can hold and the other cannot.
 */
class RequestFuzzTest {

  private static final Origin ORIGIN = new Origin("https", "wx.qq.com");
  private static final String FORM = "multipart/form-data; boundary=";
  private static final CallContext CONTEXT = new CallContext(1, "", "");

  static Stream<byte[]> bodies() {
    return Cases.all().map(c -> c.request().body().bytes()).distinct();
  }

  static Stream<byte[]> queries() {
    return Cases.all().map(c -> c.request().query().getBytes(StandardCharsets.UTF_8)).distinct();
  }

  @MethodSource("bodies")
  @FuzzTest(maxDuration = "60s")
  void body(byte @Nullable [] bytes) {
    Body body = Body.of(bytes == null ? new byte[0] : bytes);
    for (Call<?, ?> call : Catalog.calls()) {
      decode(call, new WebRequest("POST", "https", "wx.qq.com", "/", "", Headers.NONE, body));
    }
  }

  @MethodSource("queries")
  @FuzzTest(maxDuration = "60s")
  void query(byte @Nullable [] bytes) {
    String query = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    for (Call<?, ?> call : Catalog.calls()) {
      String path = call.path() + query;
      decode(call, new WebRequest("GET", "https", "a", path, query, Headers.NONE, Body.EMPTY));
    }
  }

  static Stream<byte[]> forms() {
    return Cases.all()
        .map(Case::request)
        .filter(r -> boundary(r).startsWith(FORM))
        .map(r -> r.body().text().replace(boundary(r).substring(FORM.length()), "b"))
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  private static String boundary(WebRequest request) {
    return request.headers().first("Content-Type").orElse("");
  }

  /** In memory and streamed a form says the same. */
  @MethodSource("forms")
  @FuzzTest(maxDuration = "60s")
  void form(byte @Nullable [] bytes) {
    byte[] given = bytes == null ? new byte[0] : bytes;
    Body streamed = Body.of(given.length, () -> new ByteArrayInputStream(given));
    for (Call<?, ?> call : List.of(UploadMedia.CALL, UploadParallel.CALL)) {
      assertThat(readable(call, form(streamed))).isEqualTo(readable(call, form(Body.of(given))));
    }
  }

  private static WebRequest form(Body body) {
    Headers headers = Headers.NONE.and("Content-Type", FORM + "b");
    return new WebRequest("POST", "https", "wx.qq.com", "/", "", headers, body);
  }

  private static boolean readable(Call<?, ?> call, WebRequest request) {
    try {
      assertThat((Object) call.read(request)).isNotNull();
      return true;
    } catch (MalformedRequestException e) {
      return false;
    }
  }

  private static <Q> void decode(Call<Q, ?> call, WebRequest request) {
    try {
      Q question = call.read(request);
      WebRequest again = call.request(question, ORIGIN, CONTEXT);
      assertThat(URI.create("https://a" + again.path() + "?" + again.query())).isNotNull();
      assertThat((Object) call.read(again)).isNotNull();
    } catch (MalformedRequestException e) {
      assertThat(e.call()).isEqualTo(call.name());
    }
  }
}

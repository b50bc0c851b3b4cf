// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.catalog.Catalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody saved and wants to be told about: each call has an answer, or it is none. */
class CaptureFuzzTest {

  private static final String REFUSED = "{\"BaseResponse\":{\"Ret\":1205,\"ErrMsg\":\"太频繁\"}}";

  private final ReplyJson json = new ReplyJson(false);

  static Stream<byte[]> seeds() {
    return Stream.of(
            "\ufeff" + REFUSED,
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" + REFUSED,
            """
            HTTP/1.1 200 OK
            Transfer-Encoding: chunked

            5;x\r
            {"a":\r
            3\r
            {}}\r
            0\r
            \r
            """,
            "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\nx\u009c",
            "window.code=201;window.userAvatar='data:img/jpg;base64,AA==';",
            "<error><ret>1203</ret><message>no</message></error>")
        .flatMap(text -> Stream.of(text.getBytes(UTF_8), packed(text.getBytes(UTF_8))));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void captures(byte @Nullable [] bytes) {
    byte[] given = bytes == null ? new byte[0] : bytes;
    for (Call<?, ?> call : Catalog.calls()) {
      Oddities oddities = new Oddities();
      WebReply captured = Capture.read(given, oddities);
      try {
        Object reply = call.reply(captured, oddities);
        assertThat(json.write(call.name(), reply, oddities, false)).startsWith("{").endsWith("}");
      } catch (MalformedReplyException e) {
        assertThat(e.call()).isEqualTo(call.name());
      }
    }
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be written", e);
    }
    return out.toByteArray();
  }
}

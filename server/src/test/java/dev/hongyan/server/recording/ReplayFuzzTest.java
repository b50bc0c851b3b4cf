// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.protocol.recording.RecordedExchange;
import dev.hongyan.server.Server;
import dev.hongyan.server.fault.Delivery;
import dev.hongyan.time.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody sends as a recording: it is no recording, or each call is answered by it. */
class ReplayFuzzTest {

  @TempDir private Path folder;

  // Found by fuzzing: of a recording in another charset a person was told "Input length = 1".
  @Test
  @Timeout(30)
  void aRecordingThatIsNotUtf8IsRefusedByItsName() throws IOException {
    Path file = Files.write(folder.resolve("tape"), new byte[] {'{', (byte) 0xff, '\n'});

    assertThatIOException()
        .isThrownBy(() -> Replay.of(file, VirtualTime.stepped(Instant.EPOCH), _ -> {}))
        .withMessage(file + " is no recording: it is not UTF-8");
  }

  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            {"call":"webwxsync","session":"1","millis":2,"took":3,"asked":{"method":"POST",\
            "path":"/a","query":"b=c","body":"{}","bytes":2},"answered":{"status":200,\
            "type":"text/plain","cookies":[{"name":"wxsid","value":"a"}],"body":"{}","bytes":2}}
            """,
            """
            {"call":"webwxgetmsgimg","session":"1","millis":2,"took":99999999,"asked":{"method":\
            "GET","path":"/a","query":"MsgID=1","body":"","bytes":0},"answered":{"status":200,\
            "type":"image/jpeg","cookies":[],"body":"","bytes":20}}
            """,
            """
            {"call":"qrcode","session":"","millis":-1,"took":-1,"asked":{"method":"GET","path":\
            "/qrcode/a","query":"","body":"","bytes":0},"answered":{"status":0,"type":"",\
            "cookies":[],"body":"","bytes":-5}}
            """,
            "")
        .map(lines -> (RecordedExchange.FIRST_LINE + "\n" + lines).getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void recordings(byte @Nullable [] bytes) throws InterruptedException {
    VirtualTime time = VirtualTime.flowing(Instant.parse("2026-03-01T08:00:00Z"));
    try (var _ = time.enter()) {
      Path file = Files.write(folder.resolve("tape"), bytes == null ? new byte[0] : bytes);
      Replay replay = Replay.of(file, time, told -> assertThat(told).isNotBlank());
      for (var call : Catalog.calls()) {
        String path = call.hasTail() ? call.path() + "a" : call.path();
        WebRequest request =
            new WebRequest(
                call.methods().getFirst(), "http", "a", path, "", Headers.NONE, Body.EMPTY);
        Delivery delivery = replay.intercept(request, Server.MEMORY, (_, _) -> nothing());
        delivery.reply().map(WebReply::body).ifPresent(ReplayFuzzTest::assertReadable);
      }
    } catch (IOException e) {
      assertThat(e.getMessage()).contains("tape");
    }
  }

  private static Delivery nothing() {
    throw new AssertionError("a call of the protocol is answered by the recording");
  }

  private static void assertReadable(Body body) {
    try {
      assertThat(body.open().readAllBytes()).hasSize(Math.toIntExact(body.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

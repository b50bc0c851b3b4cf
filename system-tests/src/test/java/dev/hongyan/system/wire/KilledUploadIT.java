// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.http.HttpTransport;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.media.Chunk;
import dev.hongyan.protocol.media.UploadFile;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.time.Randomness;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while a file comes in: the half file is swept, the next one is taken. */
@Timeout(300)
class KilledUploadIT {

  private static final byte[] CONTENT = Randomness.seeded(4).bytes(2 * Chunk.SIZE + 100);

  @Test
  void aHalfFileIsSwept(@TempDir Path data) throws Exception {
    UploadFile file = Uploading.file("a.bin", CONTENT);
    Body body = Body.of(CONTENT);
    Browser lin;
    try (ServerProcess server = ServerProcess.start(data)) {
      lin = server.browser();
      lin.logIn("lin");
      var ignored = lin.init();
      Uploading uploads = new Uploading(lin, data);
      assertThat(uploads.chunk(7, file, Chunk.of(body, 0)).status().isOk()).isTrue();
      assertThat(uploads.unfinished()).hasSize(1);

      server.kill();
    }

    try (ServerProcess again = ServerProcess.start(data)) {
      lin.moveTo(again.path());
      Uploading uploads = new Uploading(lin, data);
      assertThat(uploads.contents()).isEmpty();

      UploadMedia.Reply late = uploads.chunk(7, file, Chunk.of(body, 1));

      assertThat(late.status().ret()).isEqualTo(Retcode.PARAMETER_ERROR);
      assertThat(uploads.contents()).isEmpty();
      assertThat(uploads.whole(8, "a.bin", CONTENT).isComplete()).isTrue();
      assertThat(uploads.contents()).hasSize(1);
      assertThat(uploads.unfinished()).isEmpty();
    }
  }

  @Test
  void ourClientIsToldAndSendsAgain(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    Path file = Files.write(folder.resolve("a.bin"), CONTENT);
    AtomicReference<ServerProcess> running = new AtomicReference<>(ServerProcess.start(data));
    AtomicInteger chunks = new AtomicInteger();
    HttpTransport transport =
        (request, limits) -> {
          if (request.path().equals(UploadMedia.CALL.path()) && chunks.incrementAndGet() == 2) {
            restart(running, data);
          }
          return running.get().path().exchange(request);
        };
    try (WeChat client =
        WeChat.builder().server(URI.create("http://127.0.0.1:1")).transport(transport).build()) {
      LoginOutcome outcome =
          client.login(step -> {
            if (step instanceof LoginEvent.CodeIssued code) {
              confirm(running.get(), code.uuid().value());
            }
          });
      assertThat(outcome).isInstanceOf(LoginOutcome.LoggedIn.class);
      Chat mei = client.find("梅").getFirst();

      SendOutcome broken = mei.send(file);
      SendOutcome anew = mei.send(file);

      assertThat(chunks).hasValueGreaterThan(2);
      assertThat(broken).isInstanceOfAny(SendOutcome.Refused.class, SendOutcome.Sent.class);
      assertThat(anew).isInstanceOf(SendOutcome.Sent.class);
      assertThat(running.get().idsOnPhone("mei"))
          .hasSize(broken instanceof SendOutcome.Sent ? 2 : 1);
      try (var kept = Files.walk(data.resolve("media"))) {
        assertThat(kept.filter(Files::isRegularFile)).hasSize(1);
      }
    } finally {
      running.get().close();
    }
  }

  private static void restart(AtomicReference<ServerProcess> running, Path data)
      throws IOException, InterruptedException {
    running.get().kill();
    running.get().close();
    running.set(ServerProcess.start(data));
  }

  private static void confirm(ServerProcess server, String uuid) {
    try {
      server.confirm(uuid, "lin");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.media.FileDownload;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.server.fault.Denial;
import dev.hongyan.server.fault.Distortion;
import dev.hongyan.server.fault.Mishap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What commands say and do while the way is bad, in real time: each test lasts some seconds. */
@Timeout(120)
class TroubleTest extends AccountScenario {

  @Test
  void whatNobodyAnswersMayHaveArrived() throws Exception {
    logIn();
    server.faults().inject(new Mishap.Lost().on(SendText.CALL).times(4));
    String file = file("a.txt", new byte[] {1}).toString();

    CommandRun run = run("send", "梅", "hello", "--file", file, "--json");

    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.lines()).containsExactly("{\"outcome\":\"unknown\"}");
    assertThat(run.err()).contains("is not known", "Not sent either: a.txt");
    assertThat(onPhone(cast.person("mei"))).containsExactly("text hello");
  }

  @Test
  void whatCannotBeUploadedIsNotSent() throws Exception {
    logIn();
    server.faults().inject(new Denial.ErrorPage(502).on(UploadMedia.CALL).times(4));
    String file = file("a.txt", new byte[] {1}).toString();

    CommandRun run = run("send", "梅", "--file", file, "--json");

    assertThat(run.exit()).isEqualTo(5);
    assertThat(json(run.out()).get("outcome").asString()).isEqualTo("not-sent");
    assertThat(json(run.out()).get("reason").asString()).isEqualTo("not-uploaded");
    assertThat(cast.person("mei").messages()).isEmpty();
  }

  @Test
  void whatTheServerHasNoBytesForHoldsUpNothing() throws Exception {
    logInAsHelper();
    server.faults().inject(new Distortion.EmptyBody().on(FileDownload.CALL).times(4));
    lin.sendsFile("gone.pdf", new byte[] {1}).toFileHelper();
    lin.says("the next").toFileHelper();
    Path saved = folder.resolve("saved");
    Screen screen = new Screen();

    CommandRun run;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<CommandRun> pull =
          threads.submit(() -> setting().run(screen, "pull", saved.toString(), "--json"));
      var ignored = screen.await("the next");
      threads.shutdownNow();
      run = pull.get();
    }

    assertThat(json(run.lines().getFirst()).get("unsaved").asString()).isEqualTo("empty");
    assertThat(saved).isDirectoryNotContaining(path -> path.toString().contains(".part-"));
    assertThat(run.err()).contains("Not saved: gone.pdf: the server has no bytes for it.");
    assertThat(Files.readAllLines(saved.resolve("messages.log")).getFirst())
        .endsWith("\tfile\tgone.pdf\t");
  }
}

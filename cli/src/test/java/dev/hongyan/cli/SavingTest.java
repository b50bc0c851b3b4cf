// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.time.Randomness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What comes is saved: {@code listen --save} and {@code pull}. */
@Timeout(120)
class SavingTest extends AccountScenario {

  private Path saved() {
    return folder.resolve("saved");
  }

  /** Runs a command that receives until this stands on its stdout. */
  private CommandRun runUntil(List<String> wanted, String... arguments) throws Exception {
    Screen screen = new Screen();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<CommandRun> run = threads.submit(() -> setting().run(screen, arguments));
      for (String each : wanted) {
        screen.await(each);
      }
      threads.shutdownNow(); // interrupts, as Ctrl-C does
      return run.get();
    }
  }

  private CommandRun pullUntil(String wanted) throws Exception {
    return runUntil(List.of(wanted), "pull", saved().toString(), "--json");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(saved())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private byte[] content(String name) throws IOException {
    return Files.readAllBytes(saved().resolve(name));
  }

  @Test
  void pullSavesWhateverThePhoneSends() throws Exception {
    logInAsHelper();
    byte[] large = Randomness.seeded(3).bytes(1_500_000);
    lin.sendsPicture("a.png", image("png")).toFileHelper();
    lin.sendsVoice(new byte[2_000], Duration.ofSeconds(3)).toFileHelper();
    lin.sendsVideo("c.mp4", video(), Duration.ofSeconds(4)).toFileHelper();
    lin.sendsEmoticon(image("gif")).toFileHelper();
    lin.sendsFile("../../报告.pdf", large).toFileHelper();
    lin.sendsFile("messages.log", new byte[] {1}).toFileHelper();
    lin.says("that is all").toFileHelper();

    CommandRun run = pullUntil("that is all");

    assertThat(names())
        .hasSize(8)
        .contains(".saved", "messages (2).log", "messages.log")
        .anyMatch(name -> name.matches("picture-\\d{8}-\\d{6}\\.png"))
        .anyMatch(name -> name.matches("voice-\\d{8}-\\d{6}\\.mp3"))
        .anyMatch(name -> name.matches("video-\\d{8}-\\d{6}\\.mp4"))
        .anyMatch(name -> name.matches("emoticon-\\d{8}-\\d{6}\\.gif"))
        .anyMatch(name -> name.endsWith("报告.pdf"));
    assertThat(run.lines()).hasSize(7);
    JsonNode report = json(run.lines().get(4));
    assertThat(Path.of(report.get("saved").asString())).hasParent(saved()).hasBinaryContent(large);
    assertThat(json(run.lines().getLast()).has("saved")).isFalse();
    assertThat(Files.readAllLines(saved().resolve("messages.log")).get(5))
        .endsWith("\tfile\tmessages.log\tmessages (2).log");
    assertThat(server.world().violations().report().list()).isEmpty();
  }

  @Test
  void listenSavesFromAllChatsAndSaysWhere() throws Exception {
    logIn();
    cast.person("mei").sendsPicture("a.png", image("png")).to(lin);
    cast.person("bo").sendsFile("plan.txt", new byte[] {7}).to(cast.room("team"));
    cast.person("mei").says("that is all").to(lin);

    CommandRun run =
        runUntil(
            List.of("that is all", "saved/plan.txt"),
            "listen",
            "--save",
            saved().toString(),
            "--json");

    assertThat(content("plan.txt")).containsExactly(7);
    assertThat(run.lines())
        .extracting(line -> json(line))
        .filteredOn(line -> line.has("saved"))
        .extracting(line -> line.get("type").asString())
        .containsExactlyInAnyOrder("picture", "file");
  }

  @Test
  void aNameIsTakenOnce() throws Exception {
    logInAsHelper();
    Files.createDirectories(saved());
    Files.write(saved().resolve("a.tar.gz"), new byte[] {0});
    lin.sendsFile("a.tar.gz", new byte[] {1}).toFileHelper();
    lin.sendsFile("a.tar.gz", new byte[] {2}).toFileHelper();
    lin.says("that is all").toFileHelper();

    pullUntil("that is all");

    assertThat(content("a.tar.gz")).containsExactly(0);
    assertThat(content("a.tar (2).gz")).containsExactly(1);
    assertThat(content("a.tar (3).gz")).containsExactly(2);
  }

  /** As a crash may leave it behind the line that gives the name, which is the promise. */
  private void crashed(String id, String name) throws IOException {
    Files.createDirectories(saved().resolve(".part-" + id));
    Files.write(saved().resolve(".part-" + id).resolve("fetched"), new byte[] {9});
    Files.writeString(saved().resolve(".saved"), id + "\t" + name + "\n");
  }

  @Test
  void whatACrashLeftWholeGetsItsName() throws Exception {
    logInAsHelper();
    crashed(lin.sendsFile("a.bin", new byte[] {1}).toFileHelper().toString(), "given.bin");
    lin.says("that is all").toFileHelper();

    pullUntil("that is all");

    assertThat(names()).containsExactly(".saved", "given.bin", "messages.log");
    assertThat(content("given.bin")).containsExactly(9);
  }

  @Test
  void whatHadItsNameBeforeACrashIsNotDoubled() throws Exception {
    logInAsHelper();
    String id = lin.sendsFile("a.bin", new byte[] {1}).toFileHelper().toString();
    crashed(id, "given.bin");
    Files.createLink(
        saved().resolve("given.bin"), saved().resolve(".part-" + id).resolve("fetched"));
    lin.says("that is all").toFileHelper();

    pullUntil("that is all");

    assertThat(names()).containsExactly(".saved", "given.bin", "messages.log");
  }

  @Test
  void aNameThatSomebodyTookDuringACrashStaysTheirs() throws Exception {
    logInAsHelper();
    crashed(lin.sendsFile("a.bin", new byte[] {1}).toFileHelper().toString(), "given.bin");
    Files.write(saved().resolve("given.bin"), new byte[] {5});
    lin.says("that is all").toFileHelper();

    pullUntil("that is all");

    assertThat(content("given.bin")).containsExactly(5);
    assertThat(content("given (2).bin")).containsExactly(9);
  }

  @Test
  void whatACrashLeftInHalfIsFetchedAgain() throws Exception {
    logInAsHelper();
    String id = lin.sendsFile("a.bin", new byte[] {1}).toFileHelper().toString();
    crashed(id, "x");
    Files.writeString(saved().resolve(".saved"), id + "\ta.b"); // the line was cut
    lin.says("that is all").toFileHelper();

    pullUntil("that is all");

    assertThat(names()).containsExactly(".saved", "a.bin", "messages.log");
    assertThat(content("a.bin")).containsExactly(1);
  }

  @Test
  void twoCannotSaveIntoOneFolder() throws Exception {
    logInAsHelper();
    Screen screen = new Screen();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<CommandRun> first =
          threads.submit(() -> setting().run(screen, "pull", saved().toString(), "--json"));
      lin.says("hello").toFileHelper();
      screen.await("hello");

      CommandRun second = run("listen", "--save", saved().toString());

      assertThat(second.exit()).isEqualTo(1);
      assertThat(second.err()).contains("Another hongyan saves into", saved().toString());
      threads.shutdownNow();
      assertThat(first.get().exit()).isEqualTo(130);
    }
  }
}

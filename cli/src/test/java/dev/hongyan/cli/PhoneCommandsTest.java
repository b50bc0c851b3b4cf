// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.Switch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** To and from one's own phone: login --profile filehelper, push, listen, pull. */
@Timeout(120)
class PhoneCommandsTest extends AccountScenario {

  private List<String> onPhone() {
    return lin.messages().stream().map(message -> message.content().text()).toList();
  }

  /** What came in on pipes and is still there. */
  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("hongyan/accounts/default"))) {
      return files
          .filter(file -> file.toString().contains("/push-") && Files.isRegularFile(file))
          .toList();
    }
  }

  @Test
  void laterCommandsAreOfTheProfileOfTheLogin() throws Exception {
    assertThat(logInAsHelper().lines().getLast()).contains("\"event\":\"ready\"");

    CommandRun push = run("push", "the", "kettle", "boils");
    CommandRun again = run("login");

    assertThat(push.exit()).as(push.err()).isZero();
    assertThat(push.err()).contains("Sent to your phone.");
    assertThat(again.err()).contains("for the chat with your own phone");
    assertThat(onPhone()).containsExactly("the kettle boils");
    assertThat(server.world().violations().report().list()).isEmpty();
  }

  @Test
  void anotherProfileTakesAnotherLogin() throws Exception {
    logInAsHelper();

    assertThat(logIn("--profile", "web").lines()).anyMatch(line -> line.contains("\"qr\""));

    assertThat(run("contacts").exit()).isZero();
    assertThat(run("push", "still there").exit()).isZero();
    assertThat(run("pull", folder.toString()).exit()).isEqualTo(2);
  }

  @Test
  void profilesAndHostsHaveToGoTogether() {
    assertThat(run("login", "--profile", "desktop").exit()).isEqualTo(2);
    CommandRun mixed = run("login", "--profile", "filehelper", "--server", "wx2.qq.com");

    assertThat(mixed.exit()).isEqualTo(2);
    assertThat(mixed.err()).contains("do not go together");
  }

  @Test
  void choicesAreKeptWithTheAccount() throws Exception {
    logIn("--profile", "filehelper", "--choice", "upload-whole", "--choice", "ask-phone");
    Path large = file("large.bin", new byte[600_000]);

    CommandRun whole = setting().onTerminal().run("push", "--file", large.toString());
    assertThat(run("login", "--choice", "none").exit()).isZero();
    CommandRun parts = setting().onTerminal().run("push", "--file", large.toString());

    assertThat(whole.exit()).as(whole.err()).isZero();
    assertThat(whole.err()).contains("100 %").doesNotContain("512 KiB of");
    assertThat(parts.err()).contains("512 KiB of 586 KiB, 87 %", "100 %");
    CommandRun unknown = run("login", "--choice", "magic");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("magic", "upload-in-order");
  }

  @Test
  void aPipeIsSentWhenItEnds() throws Exception {
    logInAsHelper();
    byte[] in = "\u001b[31mmake: *** [all] Error 2\u001b[0m\n".getBytes(StandardCharsets.UTF_8);

    CommandRun push = setting().onTerminal().reading(in).run("push", "-");

    assertThat(push.exit()).as(push.err()).isZero();
    assertThat(push.err()).contains("1 lines, 33 bytes so far");
    assertThat(onPhone()).containsExactly("make: *** [all] Error 2");
    assertThat(kept()).isEmpty();
  }

  @Test
  void aLongPipeIsSentInParts() throws Exception {
    logInAsHelper();
    String in =
        IntStream.range(0, 400).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

    CommandRun push =
        setting().reading(in.getBytes(StandardCharsets.UTF_8)).run("push", "-", "--json");

    assertThat(push.exit()).as(push.err()).isZero();
    assertThat(onPhone()).hasSize(2);
    assertThat(String.join("\n", onPhone())).isEqualTo(in);
    assertThat(push.lines()).hasSize(2).allMatch(line -> line.startsWith("{\"outcome\":\"sent\""));
  }

  @Test
  void aPipeThatNobodyWouldReadInTextsIsAFile() throws Exception {
    logInAsHelper();
    byte[] in = "\u001b[1mline\u001b[0m\n".repeat(3_000).getBytes(StandardCharsets.UTF_8);

    CommandRun push = setting().reading(in).run("push", "-", "--json", "--name", "x/build.log");
    CommandRun texts = setting().reading(in).run("push", "-", "--as", "text");

    assertThat(push.exit()).as(push.err()).isZero();
    assertThat(texts.exit()).as(texts.err()).isZero();
    assertThat(json(push.out()).get("type").asString()).isEqualTo("file");
    Message first = lin.messages().getFirst();
    assertThat(first.content().attachment().orElseThrow().name()).isEqualTo("build.log");
    assertThat(lin.opens(first)).asString().isEqualTo("line\n".repeat(3_000));
    assertThat(onPhone()).hasSize(1 + 8);
    assertThat(kept()).isEmpty();
  }

  @Test
  void aPipeOfBytesIsAFileAsItIs() throws Exception {
    logInAsHelper();
    byte[] in = {'a', 0, (byte) 0xFF, 27};

    CommandRun push = setting().reading(in).run("push", "-", "--name", "dump.gz");

    assertThat(push.exit()).as(push.err()).isZero();
    assertThat(lin.opens(lin.messages().getFirst())).isEqualTo(in);
  }

  @Test
  void filesGoToThePhoneToo() throws Exception {
    logInAsHelper();
    Path notes = file("notes.txt", "one".getBytes(StandardCharsets.UTF_8));
    byte[] in = "from the pipe".getBytes(StandardCharsets.UTF_8);

    CommandRun alone = run("push", "--file", notes.toString());
    CommandRun piped = setting().reading(in).run("push", "-", "--file", notes.toString());

    assertThat(alone.exit()).as(alone.err()).isZero();
    assertThat(alone.err()).contains("notes.txt: Sent to your phone.");
    assertThat(piped.exit()).as(piped.err()).isZero();
    assertThat(onPhone(lin))
        .containsExactly("file notes.txt", "text from the pipe", "file notes.txt");
    assertThat(server.world().violations().report().list()).isEmpty();
  }

  @Test
  void formsOfPipesAreNamed() throws Exception {
    logInAsHelper();

    assertThat(run("push", "-", "--as", "letter").exit()).isEqualTo(2);
    assertThat(run("push").exit()).isEqualTo(2);
  }

  @Test
  void aPipeWithNothingInItSendsNothing() throws Exception {
    logInAsHelper();

    CommandRun push = run("push", "-");

    assertThat(push.exit()).isZero();
    assertThat(push.err()).contains("Nothing came in");
    assertThat(onPhone()).isEmpty();
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatCannotBeSentIsKept() throws Exception {
    logInAsHelper();
    lin.isTreated(Switch.PHONE_OFFLINE, true);

    CommandRun push =
        setting().reading("precious".getBytes(StandardCharsets.UTF_8)).run("push", "-");

    assertThat(push.exit()).isEqualTo(3);
    assertThat(kept()).hasSize(1);
    assertThat(push.err()).contains(kept().getFirst().toString());
    assertThat(Files.readString(kept().getFirst())).isEqualTo("precious");
  }

  @Test
  void pullSavesEachMessageOnceThroughRestarts() throws Exception {
    logInAsHelper();
    Path saved = folder.resolve("saved");
    Path log = saved.resolve("messages.log");
    lin.says("one\nand a half").toFileHelper();

    Screen first = new Screen();
    Thread pull = Thread.startVirtualThread(() -> setting().run(first, "pull", saved.toString()));
    first.await("and a half");
    pull.interrupt(); // as Ctrl-C does
    pull.join();
    lin.says("two").toFileHelper();
    Screen second = new Screen();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<CommandRun> again =
          threads.submit(() -> setting().run(second, "pull", saved.toString()));
      second.await("two");
      assertThat(lin.phone().endsWebSession()).isTrue();
      assertThat(again.get().exit()).isEqualTo(4);
    }

    assertThat(Files.readString(log).lines().map(line -> line.split("\t", -1)))
        .extracting(columns -> columns[2] + " " + columns[3] + columns[4])
        .containsExactly("text one\\nand a half", "text two");
    assertThat(server.world().violations().report().errors()).isZero();
  }
}

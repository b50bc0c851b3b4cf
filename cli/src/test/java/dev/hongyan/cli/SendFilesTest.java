// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Switch;
import dev.hongyan.time.Randomness;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code send} with pictures and files. */
@Timeout(120)
class SendFilesTest extends AccountScenario {

  private Person mei() {
    return cast.person("mei");
  }

  private Path sparse(String name, long size) throws IOException {
    Path file = folder.resolve(name);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(size);
    }
    return file;
  }

  @Test
  void theTextGoesFirstThenTheRestAsGiven() throws Exception {
    logIn();
    String report = file("报告.pdf", new byte[] {1}).toString();
    String cat = file("cat.png", image("png")).toString();

    CommandRun run =
        run(
            "send",
            "--file",
            report,
            "梅",
            "--picture",
            cat,
            "look",
            "at",
            "this",
            "--file",
            cat,
            "--json");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(onPhone(mei()))
        .containsExactly("text look at this", "file 报告.pdf", "picture cat.png", "file cat.png");
    assertThat(run.lines()).hasSize(4);
    assertThat(json(run.lines().getFirst()).has("file")).isFalse();
    assertThat(json(run.lines().get(1)).get("outcome").asString()).isEqualTo("sent");
    assertThat(json(run.lines().get(1)).get("id").asString()).matches("[0-9]+");
    assertThat(json(run.lines().get(1)).get("file").asString()).isEqualTo(report);
    assertThat(json(run.lines().get(1)).get("type").asString()).isEqualTo("file");
    assertThat(json(run.lines().get(2)).get("type").asString()).isEqualTo("picture");
    assertThat(server.world().violations().report().list()).isEmpty();
  }

  @Test
  void whatMovesMovesByEitherOption() throws Exception {
    logIn();
    String gif = file("a.gif", image("gif")).toString();
    String mp4 = file("b.MP4", video()).toString();

    CommandRun run =
        run("send", "梅", "--file", gif, "--picture", gif, "--file", mp4, "--picture", mp4);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(mei().messages().stream().map(message -> message.content().kind()))
        .containsExactly("emoticon", "emoticon", "video", "video");
  }

  @Test
  void nothingIsSentIfOneFileIsUnfit() throws Exception {
    logIn();
    String good = file("good.txt", new byte[] {1}).toString();
    String empty = file("empty.txt", new byte[0]).toString();
    String large = sparse("large.png", (20L << 20) + 1).toString();
    String huge = sparse("huge.iso", (100L << 20) + 1).toString();

    for (List<String> unfit :
        List.of(
            List.of("--file", folder.resolve("gone.txt").toString(), "is no file"),
            List.of("--file", folder.toString(), "is a folder"),
            List.of("--file", empty, "is empty"),
            List.of("--picture", large, "shows what has 20 MiB at most"),
            List.of("--file", huge, "files of 100 MiB at most"))) {
      CommandRun run =
          run("send", "梅", "text", "--file", good, unfit.get(0), unfit.get(1), "--json");

      assertThat(run.exit()).as(run.err()).isEqualTo(2);
      assertThat(run.err()).contains(unfit.get(1), unfit.get(2), "Nothing was sent");
      assertThat(run.out()).isEmpty();
    }
    assertThat(mei().messages()).isEmpty();
  }

  @Test
  void whatFollowsARefusalIsNotSent() throws Exception {
    logIn();
    String first = file("one.txt", new byte[] {1}).toString();
    String second = file("two.txt", new byte[] {2}).toString();
    lin.isTreated(Switch.PHONE_OFFLINE, true);

    CommandRun run = run("send", "梅", "--file", first, "--file", second, "--json");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.lines()).hasSize(1);
    assertThat(json(run.out()).get("outcome").asString()).isEqualTo("refused");
    assertThat(json(run.out()).get("file").asString()).isEqualTo(first);
    assertThat(run.err()).contains("one.txt: Not sent", "Not sent either: two.txt");
  }

  @Test
  void aTerminalShowsHowFarItIsAndALogWithoutOneEachQuarter() throws Exception {
    logIn();
    String large = file("large.bin", Randomness.seeded(1).bytes(4 << 20)).toString();

    CommandRun watched = setting().onTerminal().run("send", "梅", "--file", large);
    CommandRun logged = run("send", "梅", "--file", large);

    assertThat(watched.exit()).as(watched.err()).isZero();
    assertThat(watched.err()).contains("\rlarge.bin: 512 KiB of 4.0 MiB, 12 %\u001b[K");
    assertThat(logged.err().lines())
        .containsExactly(
            "large.bin: 1.0 MiB of 4.0 MiB, 25 %",
            "large.bin: 2.0 MiB of 4.0 MiB, 50 %",
            "large.bin: 3.0 MiB of 4.0 MiB, 75 %",
            "large.bin: Sent to 梅.");
  }

  @Test
  @Timeout(30)
  void thePaceIsAsWished() throws Exception {
    logIn();
    Path picture = file("a.png", image("png"));

    CommandRun slow = run("send", "mei", "x", "--pace", "0");
    CommandRun wrong = setting().with("HONGYAN_MEDIA_PACE", "6001").run("send", "mei", "x");
    List<String> arguments = new ArrayList<>(List.of("send", "mei", "--media-pace", "6000"));
    for (int i = 0; i < 12; i++) {
      arguments.addAll(List.of("--picture", picture.toString()));
    }
    CommandRun fast = run(arguments.toArray(String[]::new)); // 42 seconds at the usual pace

    assertThat(slow.exit()).isEqualTo(2);
    assertThat(slow.err()).contains("--pace is 0");
    assertThat(wrong.err()).contains("--media-pace is 6001");
    assertThat(fast.exit()).as(fast.err()).isZero();
    assertThat(onPhone(cast.person("mei"))).hasSize(12);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.script.Cast;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.script.Phone;
import dev.hongyan.server.world.Attachment;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An account of the command and a server in this process, over HTTP and in real time. */
abstract class AccountScenario {

  private static final Pattern UUID = Pattern.compile("/l/(\\S+?)[\"\\s]");

  @TempDir Path folder;
  Server server;
  Cast cast;
  Person lin;

  @BeforeEach
  void start() throws IOException {
    server =
        Server.start(
            ServerOptions.inMemory().holding(Duration.ofSeconds(2)),
            Time.system(),
            Randomness.secure());
    cast = new Cast(server.world());
    lin = cast.person("lin");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  String url() {
    return server.origin().toString();
  }

  CommandRun.Setting setting() {
    return new CommandRun.Setting().with("XDG_DATA_HOME", folder.toString());
  }

  CommandRun run(String... arguments) {
    return setting().run(arguments);
  }

  /** What a phone does once it has scanned the code. */
  interface Owner {
    void act(Phone.Question question);
  }

  /** Logs in by a code that the phone scans. */
  CommandRun logIn(String... more) throws Exception {
    return logIn(
        setting(),
        Phone.Question::confirm,
        Stream.concat(Stream.of("--json"), Stream.of(more)).toArray(String[]::new));
  }

  CommandRun logIn(CommandRun.Setting setting, Owner owner, String... more) throws Exception {
    return scanning(
        setting,
        owner,
        Stream.concat(Stream.of("login", "--server", url()), Stream.of(more))
            .toArray(String[]::new));
  }

  /** Runs a command that shows a code, which the phone scans. */
  CommandRun scanning(CommandRun.Setting setting, Owner owner, String... arguments)
      throws Exception {
    Screen screen = new Screen();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<CommandRun> run = threads.submit(() -> setting.run(screen, arguments));
      Matcher uuid = UUID.matcher(screen.await("/l/") + "\n");
      assertThat(uuid.find()).isTrue();
      owner.act(lin.phone().scan(uuid.group(1)));
      return run.get();
    }
  }

  CommandRun logInAsHelper() throws Exception {
    CommandRun login = logIn("--profile", "filehelper");
    assertThat(login.exit()).as(login.err()).isZero();
    return login;
  }

  /** A new file of this test. */
  Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  static JsonNode json(String line) {
    return JsonMapper.shared().readTree(line);
  }

  /** What is on a phone: its kind, and the name of the file or the text. */
  static List<String> onPhone(Person person) {
    return person.messages().stream()
        .map(message -> message.content())
        .map(content ->
            content.kind()
                + " "
                + content.attachment().map(Attachment::name).orElse(content.text()))
        .toList();
  }

  static byte[] image(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out))
        .isTrue();
    return out.toByteArray();
  }

  /** As much of an MP4 as anybody looks at. */
  static byte[] video() {
    return "\0\0\0\u0018ftypmp42 and so on".getBytes(StandardCharsets.ISO_8859_1);
  }
}

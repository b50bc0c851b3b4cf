// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.Console;
import dev.hongyan.cli.output.JsonLine;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.protocol.Origin;
import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.WorldFile;
import dev.hongyan.server.world.Population;
import dev.hongyan.server.world.SamplePeople;
import dev.hongyan.server.world.WorldException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the server until it is stopped. */
@Command(name = "server")
final class ServerCommand implements Callable<Integer> {

  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private static final int LONGEST_HOLD = 600;

  private final Hongyan hongyan;

  @Option(names = "--port", paramLabel = "PORT")
  private int port = ServerOptions.PORT;

  @Option(names = "--host", paramLabel = "ADDRESS")
  private String host = "127.0.0.1";

  @Option(names = "--data", paramLabel = "DIR")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--memory")
  private boolean memory;

  @Option(names = "--people", paramLabel = "N")
  private Optional<Integer> people = Optional.empty();

  @Option(names = "--world", paramLabel = "FILE")
  private Optional<Path> world = Optional.empty();

  @Option(names = "--https-port", paramLabel = "PORT")
  private Optional<Integer> httpsPort = Optional.empty();

  @Option(names = "--certificate", paramLabel = "PEM")
  private Optional<Path> certificate = Optional.empty();

  @Option(names = "--key", paramLabel = "PEM")
  private Optional<Path> key = Optional.empty();

  @Option(names = "--public-url", paramLabel = "URL")
  private Optional<String> publicUrl = Optional.empty();

  @Option(names = "--phone-token", paramLabel = "TOKEN")
  private Optional<String> phoneToken = Optional.empty();

  @Option(names = "--hold", paramLabel = "SECONDS")
  private int hold = (int) ServerOptions.HOLD.toSeconds();

  @Option(names = "--record", paramLabel = "FILE")
  private Optional<Path> record = Optional.empty();

  @Option(names = "--replay", paramLabel = "FILE")
  private Optional<Path> replay = Optional.empty();

  ServerCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServerOptions options = options();
    require(!(record.isPresent() && replay.isPresent()), "server.record-or-replay");
    try (StopSignal _ = StopSignal.interruptsMe(hongyan.time());
        Tape tape = tape();
        Server server = start(options, tape)) {
      announce(server, options);
      var ignored = hongyan.time().signal().await(FOR_EVER);
    }
    return Exit.DONE.code();
  }

  private Tape tape() throws IOException {
    try {
      if (record.isPresent()) {
        return Tape.recording(record.get(), hongyan.time());
      }
      return replay.isPresent()
          ? Tape.playing(replay.get(), hongyan.time(), this::tellUnmatched)
          : Tape.NONE;
    } catch (IOException e) {
      Path file = record.or(() -> replay).orElseThrow();
      throw failed(Exit.USAGE, "server.bad-recording", whyNot(file, e));
    }
  }

  private String whyNot(Path file, IOException e) {
    return switch (e) {
      case FileAlreadyExistsException _ -> hongyan.texts().get("server.recording-is-there", file);
      case NoSuchFileException _ -> hongyan.texts().get("server.no-recording", file);
      case AccessDeniedException _ -> hongyan.texts().get("server.recording-denied", file);
      default -> words(e);
    };
  }

  private void tellUnmatched(String what) {
    hongyan.console().talk(hongyan.texts().get("server.unmatched", what));
  }

  private Server start(ServerOptions options, Tape tape) throws IOException {
    try {
      return Server.start(options, hongyan.time(), hongyan.randomness(), tape.interceptor());
    } catch (IOException e) {
      if (!isHere(host)) {
        throw failed(Exit.UNEXPECTED, "server.not-here", host);
      }
      if (e.getCause() instanceof BindException) {
        throw failed(Exit.UNEXPECTED, "server.port-taken", words(e));
      }
      throw e;
    } catch (WorldException e) {
      // Only a file can name people who are not there, or two by one name.
      throw failed(Exit.USAGE, "server.bad-world", world.map(Path::toString).orElse(""), words(e));
    }
  }

  private static boolean isHere(String host) throws IOException {
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (UnknownHostException _) {
      return false;
    }
  }

  private ServerOptions options() throws IOException {
    require(!(memory && data.isPresent()), "server.memory-or-data");
    require(!(replay.isPresent() && data.isPresent()), "server.replay-or-data");
    require(!(people.isPresent() && world.isPresent()), "server.people-or-world");
    requirePort("--port", port);
    require(hold >= 1 && hold <= LONGEST_HOLD, "server.hold", LONGEST_HOLD);
    ServerOptions options =
        ServerOptions.inMemory()
            .at(host, port)
            .with(population())
            .holding(Duration.ofSeconds(hold));
    options = withTls(options);
    if (publicUrl.isPresent()) {
      options = options.reachedAt(origin(publicUrl.get()));
    }
    if (phoneToken.isPresent()) {
      options = options.withPhoneToken(phoneToken.get());
    }
    return memory || replay.isPresent() ? options : options.keptIn(folder());
  }

  private ServerOptions withTls(ServerOptions options) {
    if (httpsPort.isEmpty() && certificate.isEmpty() && key.isEmpty()) {
      return options;
    }
    if (httpsPort.isEmpty() || certificate.isEmpty() || key.isEmpty()) {
      throw failed(Exit.USAGE, "server.tls-needs-all");
    }
    requirePort("--https-port", httpsPort.get());
    return options.with(new ServerOptions.Tls(httpsPort.get(), certificate.get(), key.get()));
  }

  private Population population() throws IOException {
    if (world.isPresent()) {
      return population(world.get());
    }
    int friends = people.orElse(SamplePeople.NAMED);
    require(
        friends >= SamplePeople.NAMED && friends <= SamplePeople.MOST,
        "server.people",
        SamplePeople.NAMED,
        SamplePeople.MOST);
    return SamplePeople.withFriends(friends);
  }

  private Population population(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw failed(Exit.UNEXPECTED, "is-directory", file);
    }
    try {
      return WorldFile.read(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      throw failed(Exit.USAGE, "server.bad-world", file, words(e));
    }
  }

  private Path folder() throws IOException {
    DataFolder folder = DataFolder.of(data, hongyan.environment());
    if (folder.holdsWorld() && (people.isPresent() || world.isPresent())) {
      hongyan.console().talk(hongyan.texts().get("server.world-is-there", folder.root()));
    }
    return folder.made();
  }

  private Origin origin(String url) {
    try {
      URI uri = new URI(url);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare = uri.getRawPath() == null || uri.getRawPath().matches("/?");
      if (web && bare && uri.getHost() != null && uri.getRawQuery() == null) {
        return new Origin(uri.getScheme(), uri.getRawAuthority());
      }
    } catch (URISyntaxException _) {
      // said below
    }
    throw failed(Exit.USAGE, "server.public-url-form", url);
  }

  private void announce(Server server, ServerOptions options) {
    String shownHost = host.contains(":") ? "[" + host + "]" : host;
    String plain = "http://" + shownHost + ":" + server.port().orElse(port);
    OptionalInt tls = server.tlsPort();
    String secure = tls.isPresent() ? "https://" + shownHost + ":" + tls.getAsInt() : "";
    Console console = hongyan.console();
    if (hongyan.isJson()) {
      console.data(
          JsonLine.of(json -> {
            json.writeStringProperty("event", "ready");
            json.writeStringProperty("http", plain);
            if (!secure.isEmpty()) {
              json.writeStringProperty("https", secure);
            }
          }));
      return;
    }
    console.data("ready " + plain);
    if (!secure.isEmpty()) {
      console.data("ready " + secure);
    }
    Texts texts = hongyan.texts();
    if (replay.isPresent()) {
      console.talk(texts.get("server.plays", replay.get()));
      console.talk(texts.get("server.next-replay", plain));
      return;
    }
    console.talk(
        options.data().isPresent()
            ? texts.get("server.kept", options.data().get())
            : texts.get("server.in-memory"));
    console.talk(texts.get("server.next", plain));
  }

  private void requirePort(String option, int number) {
    require(number >= 0 && number <= 65_535, "server.port-range", option, number);
  }

  private void require(boolean holds, String text, Object... values) {
    if (!holds) {
      throw failed(Exit.USAGE, text, values);
    }
  }

  private static String words(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private FailedException failed(Exit exit, String text, Object... values) {
    return new FailedException(exit, hongyan.texts().get(text, values));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A place of its own for a server and a client: user, mount and network namespaces in which every
 * host of the service is this machine, port 443 is free for everyone, and nothing else is
 * reachable. Root is not needed.
 *
 * <p>The island's first inhabitant is the {@link PhoneRelay}; the others join it.
 */
final class Island implements AutoCloseable {

  private static final int PHONE_PORT = 7600;

  private static final List<String> NAMESPACES = List.of("--user", "--mount", "--net");

  private final Path folder;
  private final ThrowAwayCertificate certificate;
  private final Inhabitant relay;
  private final List<Inhabitant> joined = new ArrayList<>();

  private Island(Path folder, ThrowAwayCertificate certificate, Inhabitant relay) {
    this.folder = folder;
    this.certificate = certificate;
    this.relay = relay;
  }

  /** Why there can be no island on this machine, if so. */
  static Optional<String> missing() throws InterruptedException {
    try {
      Process trial = unshare(List.of("mount", "--bind", "/etc/hosts", "/etc/hosts")).start();
      String said = new String(trial.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return trial.waitFor() == 0
          ? Optional.empty()
          : Optional.of("no user namespaces for us here: " + said.strip());
    } catch (IOException e) {
      return Optional.of("unshare (util-linux) is not installed");
    }
  }

  /**
   * Opens one.
   *
   * @param folder where its files go, logs too
   */
  static Island open(Path folder) throws IOException, InterruptedException {
    var certificate = ThrowAwayCertificate.in(folder);
    Path hosts = Files.writeString(folder.resolve("hosts"), ServiceHosts.hostsFile());
    Path script = folder.resolve("island.sh");
    try (InputStream in = Island.class.getResourceAsStream("island.sh")) {
      Files.copy(Objects.requireNonNull(in), script);
    }
    List<String> command = new ArrayList<>(List.of("sh", script.toString(), hosts.toString()));
    command.addAll(java(PhoneRelay.class.getName(), "http://127.0.0.1:" + PHONE_PORT));
    Island island =
        new Island(
            folder, certificate, Inhabitant.start(unshare(command), folder.resolve("relay.log")));
    island.relay.await("to be ready", said -> Optional.of(said).filter("ready"::equals));
    return island;
  }

  /** Starts our server with the sample world. Returns when it accepts. */
  Phone serve() throws IOException, InterruptedException {
    List<String> command =
        java(
            "dev.hongyan.cli.Main",
            "server",
            "--memory",
            "--port=" + PHONE_PORT,
            "--https-port=443",
            "--certificate=" + certificate.pem(),
            "--key=" + certificate.key());
    Inhabitant server = join("server", Map.of(), command);
    server.await(
        "to be ready", said -> Optional.of(said).filter(line -> line.startsWith("ready https://")));
    return new Phone(relay);
  }

  /** Starts a process on the island. It ends with the island. */
  Inhabitant join(String name, Map<String, String> environment, List<String> command)
      throws IOException {
    List<String> entering = new ArrayList<>(List.of("nsenter", "--preserve-credentials"));
    entering.add("--target=" + relay.pid());
    entering.addAll(NAMESPACES);
    entering.addAll(command);
    var builder = new ProcessBuilder(entering);
    builder.environment().putAll(environment);
    Inhabitant inhabitant = Inhabitant.start(builder, folder.resolve(name + ".log"));
    joined.add(inhabitant);
    return inhabitant;
  }

  Path folder() {
    return folder;
  }

  ThrowAwayCertificate certificate() {
    return certificate;
  }

  /** A command that runs a class of this class path. */
  private static List<String> java(String main, String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    return command;
  }

  private static ProcessBuilder unshare(List<String> command) {
    List<String> unsharing = new ArrayList<>(List.of("unshare", "--map-root-user"));
    unsharing.addAll(NAMESPACES);
    unsharing.addAll(command);
    return new ProcessBuilder(unsharing);
  }

  @Override
  public void close() {
    for (Inhabitant inhabitant : joined.reversed()) {
      inhabitant.close();
    }
    relay.close();
  }
}

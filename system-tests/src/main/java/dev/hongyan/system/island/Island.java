// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.island;

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
 * A place of its own for a server and its clients: user, mount and network namespaces in which
 * every host of the service is this machine, port 443 is free for everyone, and nothing else is
 * reachable. Root is not needed.
 *
 * <p>System tests meet foreign clients there, and benchmarks measure beside them.
 */
public final class Island implements AutoCloseable {

  private static final List<String> NAMESPACES = List.of("--user", "--mount", "--net");

  private final Path folder;
  private final ThrowAwayCertificate certificate;
  private final Inhabitant ground;
  private final List<Inhabitant> joined = new ArrayList<>();

  private Island(Path folder, ThrowAwayCertificate certificate, Inhabitant ground) {
    this.folder = folder;
    this.certificate = certificate;
    this.ground = ground;
  }

  /** Why there can be no island on this machine, if so. */
  public static Optional<String> missing() throws InterruptedException {
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
  public static Island open(Path folder) throws IOException, InterruptedException {
    var certificate = ThrowAwayCertificate.in(folder);
    Path hosts = Files.writeString(folder.resolve("hosts"), ServiceHosts.hostsFile());
    Path script = folder.resolve("island.sh");
    try (InputStream in = Island.class.getResourceAsStream("island.sh")) {
      Files.copy(Objects.requireNonNull(in), script);
    }
    List<String> command = List.of("sh", script.toString(), hosts.toString());
    var ground = Inhabitant.start(unshare(command), folder.resolve("island.log"));
    ground.await("to be ready", said -> Optional.of(said).filter("ready"::equals));
    return new Island(folder, certificate, ground);
  }

  /** Starts a process on the island. It ends with the island. */
  public Inhabitant join(String name, Map<String, String> environment, List<String> command)
      throws IOException {
    List<String> entering = new ArrayList<>(List.of("nsenter", "--preserve-credentials"));
    entering.add("--target=" + ground.pid());
    entering.addAll(NAMESPACES);
    entering.addAll(command);
    var builder = new ProcessBuilder(entering);
    builder.environment().putAll(environment);
    Inhabitant inhabitant = Inhabitant.start(builder, folder.resolve(name + ".log"));
    joined.add(inhabitant);
    return inhabitant;
  }

  /** Where its files are. */
  public Path folder() {
    return folder;
  }

  /** What a server here shows for every host of the service. */
  public ThrowAwayCertificate certificate() {
    return certificate;
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
    ground.close();
  }
}

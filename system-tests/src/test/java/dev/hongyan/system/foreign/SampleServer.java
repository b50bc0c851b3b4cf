// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.foreign;

import dev.hongyan.system.island.Inhabitant;
import dev.hongyan.system.island.Island;
import dev.hongyan.system.island.JavaCommand;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our server on an {@link Island}, with the sample world. */
final class SampleServer {

  private static final int PHONE_PORT = 7600;

  private SampleServer() {}

  /** Starts it. Returns when it accepts. */
  static Phone start(Island island) throws IOException, InterruptedException {
    List<String> command =
        JavaCommand.ofOurs(
            List.of(),
            "dev.hongyan.cli.Main",
            "server",
            "--memory",
            "--port=" + PHONE_PORT,
            "--https-port=443",
            "--certificate=" + island.certificate().pem(),
            "--key=" + island.certificate().key());
    Inhabitant server = island.join("server", Map.of(), command);
    server.await(
        "to be ready", said -> Optional.of(said).filter(line -> line.startsWith("ready https://")));
    return new Phone(relay(island));
  }

  private static Inhabitant relay(Island island) throws IOException, InterruptedException {
    String origin = "http://127.0.0.1:" + PHONE_PORT;
    Inhabitant relay =
        island.join(
            "relay", Map.of(), JavaCommand.ofOurs(List.of(), PhoneRelay.class.getName(), origin));
    relay.await("to be ready", said -> Optional.of(said).filter("ready"::equals));
    return relay;
  }
}

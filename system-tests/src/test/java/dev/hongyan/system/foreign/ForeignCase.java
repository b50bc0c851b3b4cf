// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.foreign;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hongyan.system.island.DrivenClient;
import dev.hongyan.system.island.Island;
import dev.hongyan.system.island.Peer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Other people's clients on an {@link Island}, on machines that can have one. */
abstract class ForeignCase {

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  static void assumeThere(Peer peer) throws InterruptedException {
    Optional<String> missing = Island.missing().or(peer::missing);
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }

  /** Has {@code lin} log in; returns when the client knows the members of the rooms. */
  static void logIn(DrivenClient client, Phone phone) throws InterruptedException {
    String uuid = client.await("uuid").get("uuid").asString();
    phone.scan(uuid, "lin");
    client.await("scanned");
    phone.confirm(uuid);
    client.await("members");
  }
}

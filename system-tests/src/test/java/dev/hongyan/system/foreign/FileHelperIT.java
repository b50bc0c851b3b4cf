// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hongyan.system.island.Inhabitant;
import dev.hongyan.system.island.Island;
import dev.hongyan.system.island.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our own commands as one would use them on the service: no address is given, so they go to the
 * file helper's hosts, over TLS.
 */
@Timeout(180)
class FileHelperIT {

  private static final Pattern UUID = Pattern.compile("\"uuid\":\"([^\"]+)\"");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void pushesAndListensAtTheServicesHosts() throws IOException, InterruptedException {
    Optional<String> missing = Island.missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    try (Island island = Island.open(folder)) {
      Phone phone = SampleServer.start(island);

      Inhabitant login = command(island, "login", "--profile", "filehelper", "--json");
      String uuid = login.await("to show a code", FileHelperIT::uuid);
      phone.scan(uuid, "lin");
      phone.confirm(uuid);
      login.await("to be ready", said -> Optional.of(said).filter(s -> s.contains("\"ready\"")));
      login.end();
      command(island, "push", "the kettle boils").end();
      Inhabitant listening = command(island, "listen", "--json");
      phone.write("mei", "lin", "not for the file helper");
      phone.write("lin", "filehelper", "thanks");
      String heard = listening.next();

      assertThat(heard).contains("\"text\":\"thanks\"", "\"isSelf\":true");
      assertThat(phone.notes("lin"))
          .contains(new Phone.Note("lin", "filehelper", "the kettle boils", "webwxsendmsg"));
      assertThat(phone.violations()).isEmpty();
    }
  }

  private static Optional<String> uuid(String line) {
    return Optional.of(UUID.matcher(line)).filter(Matcher::find).map(found -> found.group(1));
  }

  private Inhabitant command(Island island, String... arguments) throws IOException {
    List<String> command =
        JavaCommand.ofOurs(
            JavaCommand.trusting(island.certificate()), "dev.hongyan.cli.Main", arguments);
    String name = "hongyan-" + Arrays.asList(arguments).getFirst();
    return island.join(name, Map.of("XDG_DATA_HOME", folder.resolve("data").toString()), command);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.server.fault.Faults;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.SamplePeople;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** docs/phone-api.md tells of every call, switch and violation, and of none that is not there. */
@Timeout(30)
class PhoneApiDocumentTest {

  @Test
  void listsEveryViolationWithItsLevel() throws Exception {
    List<String> expected =
        Arrays.stream(Breach.values())
            .map(b -> "| `" + b.code() + "` | " + (b.isError() ? "error" : "warning") + " |")
            .toList();

    assertThat(rows("## Violations"))
        .map(row -> row.substring(0, row.indexOf('|', row.indexOf('|', 1) + 1) + 1))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void listsEveryCall() throws Exception {
    Pattern call = Pattern.compile("`(?:(GET|POST|PATCH|DELETE) )?/phone/([a-z]+/?)(?:ID)?`");
    List<String> told = new ArrayList<>();
    for (String row : rows("## Calls")) {
      String method = "";
      Matcher m = call.matcher(row.substring(0, row.indexOf('|', 1)));
      while (m.find()) {
        method = m.group(1) == null ? method : m.group(1);
        told.add(method + " " + m.group(2));
      }
    }

    assertThat(told).containsExactlyInAnyOrderElementsOf(calls());
  }

  private static List<String> calls() {
    VirtualTime time = VirtualTime.stepped(Instant.EPOCH);
    try (World world = World.inMemory(SamplePeople.withFriends(3), time, Randomness.seeded(1))) {
      return new PhoneApi(world, new Faults(world, time), Optional.empty()).names();
    }
  }

  @Test
  void listsEverySwitch() throws Exception {
    assertThat(rows("## Switches"))
        .map(row -> row.substring(3, row.indexOf('`', 3)))
        .containsExactlyElementsOf(Switch.ALL.stream().map(Switch::word).toList());
  }

  private static List<String> rows(String heading) throws Exception {
    return Files.readAllLines(Path.of("..", "docs", "phone-api.md")).stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| `"))
        .toList();
  }
}

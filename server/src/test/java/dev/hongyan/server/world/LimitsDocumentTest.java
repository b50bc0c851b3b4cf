// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/server/limits.md says of the world's own limits what is so. */
@Timeout(30)
class LimitsDocumentTest {

  private static final Pattern CALL = Pattern.compile("`(\\w+)`");

  static Iterable<Arguments> limits() {
    return List.of(
        Arguments.of("`webwxsendmsg`", "letters of a text", Messages.TEXT_LIMIT),
        Arguments.of("`webwxverifyuser`", "letters of a greeting", FriendRequests.GREETING_LIMIT),
        Arguments.of("`webwxoplog`", "letters of a remark", Contacts.REMARK_LIMIT),
        Arguments.of("room", "members of a room", Rooms.MOST_MEMBERS),
        Arguments.of("room", "letters of a room's name", Rooms.TOPIC_LIMIT),
        Arguments.of("room", "members from which people are asked", Memberships.INVITED_FROM),
        Arguments.of("", "violations that are kept", Violations.KEPT));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void tellsTheNumber(String call, String what, int limit) throws IOException {
    assertThat(rows())
        .filteredOn(row -> row.contains(call) && row.contains("| " + what))
        .isNotEmpty()
        .allMatch(row -> row.contains("| " + String.format(Locale.ROOT, "%,d", limit) + " |"));
  }

  @Test
  void tellsHowOftenEachCallMayBeMade() throws IOException {
    Map<String, String> told = new HashMap<>();
    for (String row : rows()) {
      String[] cells = row.split("\\|", -1);
      if (cells[2].contains("how often")) {
        Matcher call = CALL.matcher(cells[1]);
        while (call.find()) {
          told.put(call.group(1), cells[3].replace(" each", "").strip());
        }
      }
    }

    Map<String, String> expected = new HashMap<>();
    Switch.THROTTLING
        .standard()
        .byCall()
        .forEach((call, rate) -> expected.put(call, rate.times() + " in " + words(rate.period())));
    assertThat(told).isEqualTo(expected);
  }

  @Test
  void tellsTheAgeOfSessionsAndThePatienceOfRooms() throws IOException {
    assertThat(Switch.SESSION_END.standard()).hasToString("after=PT72H,retcode=1101");
    assertThat(rows()).anyMatch(row -> row.startsWith("| session | age | 3 days (switch"));
    assertThat(DeferredMail.PATIENCE).isEqualTo(Duration.ofMinutes(3));
    assertThat(rows()).anyMatch(row -> row.contains("next message | 3 minutes |"));
  }

  private static String words(Duration period) {
    return switch (period.toString()) {
      case "PT1M" -> "a minute";
      case "PT1H" -> "an hour";
      default -> period.toMinutes() + " minutes";
    };
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "server", "limits.md")).stream()
        .filter(line -> line.startsWith("| "))
        .toList();
  }
}

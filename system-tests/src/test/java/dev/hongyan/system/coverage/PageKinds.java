// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of messages that the phone page names in its table, each with what it does of them. */
record PageKinds(Map<String, String> byType) {

  private static final Pattern ENTRY =
      Pattern.compile("(?m)^  '(?<type>[a-z-]+)': \\{ label: .*?(?<sent>, sent: '\\w+')? },$");

  /** What the page calls kinds that the protocol has another word for. */
  private static final Map<String, String> OTHER_WORDS =
      Map.of("FileShare", "file", "NotSupported", "unsupported", "Note", "system");

  static PageKinds read() {
    String table = Sources.in("server/src/main/resources/dev/hongyan/server/phone").of("kinds");
    Map<String, String> kinds = new TreeMap<>();
    Matcher entries = ENTRY.matcher(table);
    while (entries.find()) {
      boolean sent = entries.group("sent") != null;
      kinds.put(entries.group("type"), sent ? "shown, sent" : "shown");
    }
    assertThat(kinds).as("kinds in the table of the phone page").isNotEmpty();
    return new PageKinds(kinds);
  }

  /** What the page does of a kind of the protocol. */
  String told(String kind) {
    String dashes =
        Pattern.compile("(?<=.)[A-Z]").matcher(kind).replaceAll("-$0").toLowerCase(Locale.ROOT);
    return byType.getOrDefault(OTHER_WORDS.getOrDefault(kind, dashes), "–");
  }
}

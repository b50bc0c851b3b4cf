// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.protocol.message.MessageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Holds docs/protocol/coverage.md to the sources: who makes, answers and tests each call, who
 * reads, makes and shows each kind of message. {@code -Dhongyan.rewrite=true} writes the page.
 */
@Timeout(60)
class CoveragePageTest {

  private static final Path PAGE = Path.of("..", "docs", "protocol", "coverage.md");

  /** More names than this say no more. */
  private static final int NAMES = 4;

  /** Where the protocol reference tells of each kind. */
  private static final Map<String, String> SECTIONS =
      Map.ofEntries(
          Map.entry("Articles", "5.8"),
          Map.entry("Call", "5.3"),
          Map.entry("Card", "5.10"),
          Map.entry("Emoticon", "5.7"),
          Map.entry("FileShare", "5.8"),
          Map.entry("FriendRequest", "5.10"),
          Map.entry("Link", "5.8"),
          Map.entry("LiveLocation", "5.8"),
          Map.entry("Location", "5.9"),
          Map.entry("MiniProgram", "5.8"),
          Map.entry("Music", "5.8"),
          Map.entry("NotSupported", "5.14"),
          Map.entry("Note", "5.13"),
          Map.entry("Picture", "5.6"),
          Map.entry("Quote", "5.8, 5.11"),
          Map.entry("Recall", "5.13"),
          Map.entry("RedPacket", "5.8, 5.13"),
          Map.entry("Status", "5.15"),
          Map.entry("Text", "5.5, 5.11, 5.12"),
          Map.entry("Transfer", "5.8"),
          Map.entry("Unknown", "5.3, 5.4"),
          Map.entry("Video", "5.6"),
          Map.entry("Voice", "5.6"));

  static final Sources PROTOCOL = Sources.in("protocol/src/main/java");
  static final Sources CLIENT = Sources.in("client/src/main/java");
  static final Sources ENDPOINTS = Sources.in("server/src/main/java/dev/hongyan/server/endpoint");
  static final Sources PHONE_API = Sources.in("server/src/main/java/dev/hongyan/server/phone");
  static final Sources PHONE_PAGE =
      Sources.in("server/src/main/resources/dev/hongyan/server/phone");
  private static final PageKinds PAGE_KINDS = PageKinds.read();
  static final Sources COMMANDS = Sources.in("cli/src/main/java");
  static final Sources TESTS =
      Sources.in(
          "protocol/src/test/java",
          "client/src/test/java",
          "server/src/test/java",
          "testkit/src/test/java",
          "cli/src/test/java",
          "system-tests/src/test/java");

  @Test
  void thePageTellsWhatTheSourcesDo() throws IOException {
    String page = page();
    if (Boolean.getBoolean("hongyan.rewrite")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void whatPeopleDoIsThere() throws IOException {
    CallSides.areThere(Catalog.calls().stream().map(Call::name).toList());
  }

  @Test
  void everyCallIsTested() {
    assertThat(calls()).allSatisfy(call -> assertThat(tests(call)).as(call).isNotEmpty());
  }

  @Test
  void everyKindIsTested() {
    assertThat(kinds()).containsExactlyInAnyOrderElementsOf(SECTIONS.keySet());
    assertThat(kinds()).allSatisfy(kind -> assertThat(kindTests(kind)).as(kind).isNotEmpty());
  }

  @Test
  void everyObjectOfTheWireIsInAGroup() {
    List<String> objects = PROTOCOL.with(Pattern.compile("Shape<\\w+> SHAPE"));
    List<String> calls = PROTOCOL.with(Pattern.compile("\\bCALL ="));

    assertThat(objects)
        .filteredOn(object -> !calls.contains(object))
        .isSubsetOf(FieldGroups.names());
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # What is covered

            Written by `CoveragePageTest` from the sources; do not edit. A dash is something that is
            not there, or not yet.

            ## Calls

            `./hongyan decode` reads the reply of each of them. The phone page's column names what
            a person does there on the other side of the call, as its `api.js` calls it; the last
            but one names the commands that make the call.

            | call | reference | client | server | phone page | command line | tested by |
            | --- | --- | --- | --- | --- | --- | --- |
            """);
    List<String> classes = calls();
    List<Call<?, ?>> calls = Catalog.calls();
    for (int i = 0; i < calls.size(); i++) {
      page.append(row(calls.get(i).name(), classes.get(i)));
    }
    page.append(
        """

        ## Kinds of messages

        The client reads them all; the other columns tell who makes them by name. The phone page shows
        and sends those that its own table says.

        | kind | reference | client | server | phone API | phone page | command line | tested by |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        """);
    kinds().forEach(kind -> page.append(kindRow(kind)));
    return page.append(FieldGroups.section()).toString();
  }

  private static String row(String wireName, String type) {
    return "| %s (`%s`) | %s | %s | %s | %s | %s |\n"
        .formatted(
            wireName,
            type,
            section(type),
            names(CLIENT.with(call(type))),
            names(ENDPOINTS.with(call(type))),
            CallSides.cells(wireName),
            names(tests(type)));
  }

  private static String kindRow(String kind) {
    Pattern word = word(kind);
    return "| `%s` | %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            kind,
            SECTIONS.getOrDefault(kind, "–"),
            names(CLIENT.with(imported(kind))),
            names(ENDPOINTS.with(imported(kind))),
            names(PHONE_API.with(word)),
            PAGE_KINDS.told(kind),
            names(COMMANDS.with(imported(kind))),
            names(kindTests(kind)));
  }

  /**
   * The kind as JSON calls it, a word in quotes: {@code "mini-program"} or {@code "miniProgram"}.
   */
  private static Pattern word(String kind) {
    String first = kind.substring(0, 1).toLowerCase(Locale.ROOT);
    String camel = first + kind.substring(1);
    String dashes =
        Pattern.compile("[A-Z]")
            .matcher(camel)
            .replaceAll(letter -> "-" + letter.group().toLowerCase(Locale.ROOT));
    String file = kind.equals("FileShare") ? "|file" : "";
    return Pattern.compile("['\"`](?:" + camel + "|" + dashes + file + ")['\"`]");
  }

  private static List<String> tests(String type) {
    return TESTS.with(Pattern.compile("\\b" + type + "\\."));
  }

  private static List<String> kindTests(String kind) {
    return TESTS.with(imported(kind));
  }

  private static Pattern call(String type) {
    return Pattern.compile("\\b" + type + "\\.CALL\\b");
  }

  private static Pattern imported(String kind) {
    return Pattern.compile("message\\." + kind + ";|\\bMessageKind\\." + kind + "\\b");
  }

  /** Where the protocol reference tells of it: the first section that its source names. */
  private static String section(String type) {
    Matcher m =
        Pattern.compile("protocol\\s+(?:\\*\\s+)?reference\\s+(?:\\*\\s+)?([0-9]+(?:\\.[0-9]+)?)")
            .matcher(PROTOCOL.of(type));
    return m.find() ? m.group(1) : "–";
  }

  private static List<String> calls() {
    String catalog = PROTOCOL.of("Catalog");
    List<String> calls =
        Pattern.compile("\\b(\\w+)\\.CALL\\b")
            .matcher(catalog)
            .results()
            .map((MatchResult call) -> call.group(1))
            .toList();
    assertThat(calls).hasSameSizeAs(Catalog.calls());
    return calls;
  }

  private static List<String> kinds() {
    return Arrays.stream(MessageKind.class.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .sorted()
        .toList();
  }

  static String names(List<String> names) {
    if (names.isEmpty()) {
      return "–";
    }
    String shown = names.stream().limit(NAMES).collect(Collectors.joining(", "));
    return names.size() > NAMES ? shown + " and " + (names.size() - NAMES) + " more" : shown;
  }
}

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
import java.util.Comparator;
import java.util.List;
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
  static final TestSources TESTS =
      TestSources.in(
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
    List<String> names = kinds().stream().map(Class::getSimpleName).toList();

    assertThat(names).containsExactlyInAnyOrderElementsOf(SECTIONS.keySet());
    assertThat(kinds())
        .allSatisfy(
            kind -> assertThat(TESTS.of(JavaType.of(kind))).as(kind.getSimpleName()).isNotEmpty());
    WorldContents.areFor(names);
  }

  @Test
  void everyGroupIsTested() {
    assertThat(FieldGroups.names())
        .allSatisfy(type -> assertThat(tests(type)).as(type).isNotEmpty());
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
            not there, or not yet. A file stands in a row if its code names the row's type, that one
            and none of the same name; a test has tests in it.

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

        The client reads them all; the other columns name the files that tell this kind from others:
        by its type, and in the phone API by what the server's world has for it. The phone page shows
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
            names(CLIENT.naming(PROTOCOL.type(type), "CALL").names()),
            names(ENDPOINTS.naming(PROTOCOL.type(type), "CALL").names()),
            CallSides.cells(wireName),
            names(tests(type)));
  }

  private static String kindRow(Class<?> kind) {
    String name = kind.getSimpleName();
    JavaType type = JavaType.of(kind);
    return "| `%s` | %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            name,
            SECTIONS.getOrDefault(name, "–"),
            names(CLIENT.naming(type).names()),
            names(ENDPOINTS.naming(type).names()),
            names(PHONE_API.naming(WorldContents.of(name)).names()),
            PAGE_KINDS.told(name),
            names(COMMANDS.naming(type).names()),
            names(TESTS.of(type)));
  }

  private static List<String> tests(String type) {
    return TESTS.of(PROTOCOL.type(type));
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

  private static List<Class<?>> kinds() {
    return Arrays.stream(MessageKind.class.getPermittedSubclasses())
        .sorted(Comparator.comparing(Class::getSimpleName))
        .collect(Collectors.toUnmodifiableList());
  }

  static String names(List<String> names) {
    if (names.isEmpty()) {
      return "–";
    }
    String shown = names.stream().limit(NAMES).collect(Collectors.joining(", "));
    return names.size() > NAMES ? shown + " and " + (names.size() - NAMES) + " more" : shown;
  }
}

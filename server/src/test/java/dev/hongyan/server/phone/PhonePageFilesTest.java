// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.message.Faces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The files of the phone page fit together and need nothing that its content policy forbids. */
@Timeout(20)
class PhonePageFilesTest {

  private static final Path FOLDER = Path.of("src/main/resources/dev/hongyan/server/phone");
  private static final Pattern ENTRY = Pattern.compile("(?m)^  (\\w+): '(.*)',$");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    Map<String, String> english = texts("english");
    Map<String, String> chinese = texts("chinese");

    assertThat(english).hasSizeGreaterThan(100);
    assertThat(chinese.keySet()).containsExactlyElementsOf(english.keySet());
    assertThat(english.values()).noneMatch(String::isBlank);
    assertThat(chinese.values()).noneMatch(String::isBlank);
  }

  @Test
  void bothLanguagesFillTheSamePlaces() throws IOException {
    Map<String, String> chinese = texts("chinese");

    texts("english")
        .forEach((key, text) ->
            assertThat(all(PLACEHOLDER, chinese.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(all(PLACEHOLDER, text)));
  }

  @Test
  void everyTextThatIsAskedForExists() throws IOException {
    SortedSet<String> asked = inModules(Pattern.compile("\\bt\\(\\s*'(\\w+)'"));

    assertThat(asked).hasSizeGreaterThan(50);
    assertThat(texts("english").keySet()).containsAll(asked);
  }

  @Test
  void noTextIsLeftOver() throws IOException {
    // Those that are put together while the page runs, from a word and what it is about.
    Pattern made =
        Pattern.compile("(?:type|error|note|thing|stage|sex|profile|standing)_.*|.*_one");

    SortedSet<String> quoted = inModules(Pattern.compile("'(\\w+)'"));

    assertThat(texts("english").keySet())
        .allMatch(key -> made.matcher(key).matches() || quoted.contains(key));
  }

  @Test
  void everyDrawingThatIsAskedForExists() throws IOException {
    SortedSet<String> drawn = all(Pattern.compile("symbol id=\"([a-z-]+)\""), read("icons.svg"));

    assertThat(drawn)
        .containsAll(inModules(Pattern.compile("\\bicon(?:Button|Link)?\\('([a-z-]+)'")))
        .containsAll(inModules(Pattern.compile("\\bicon: '([a-z-]+)'")));
  }

  @Test
  void everyKindOfMessageIsShownByItsType() throws IOException {
    // Contents of messages, by the word that the phone API has for each.
    Pattern word = Pattern.compile("case [\\w.]+ _ -> \"([a-z-]+)\";");
    Path contents = Path.of("src/main/java/dev/hongyan/server/world/Content.java");
    Pattern entry = Pattern.compile("(?m)^  '([a-z-]+)': \\{ label: '(\\w+)'");

    assertThat(all(entry, read("kinds.js")))
        .hasSizeGreaterThan(20)
        .containsExactlyElementsOf(all(word, Files.readString(contents)));
    assertThat(texts("english").keySet())
        .containsAll(all(Pattern.compile("label: '(type_\\w+)'"), read("kinds.js")));
  }

  @Test
  void facesAreThoseOfTheProtocol() throws IOException {
    Matcher rows = Pattern.compile("(?m)^  \\['(.+)', '(.*)', '.+'],$").matcher(read("faces.js"));
    List<String> chinese = new ArrayList<>();
    List<String> english = new ArrayList<>();
    while (rows.find()) {
      chinese.add(rows.group(1));
      english.add(rows.group(2));
    }

    assertThat(chinese).startsWith(Faces.classic().toArray(String[]::new)).allMatch(Faces::isFace);
    for (int i = 0; i < Faces.classic().size(); i++) {
      assertThat(english.get(i)).isEqualTo(Faces.english(i).orElse(""));
    }
  }

  @Test
  void everyFileThatIsReferredToExists() throws IOException {
    SortedSet<String> wanted = inModules(Pattern.compile("from '\\./([a-z.]+)'"));
    wanted.addAll(all(Pattern.compile("/phone/([a-z]+\\.[a-z]+)"), read("index.html")));

    assertThat(wanted).contains("app.js", "base.css");
    assertThat(wanted).allMatch(name -> Files.exists(FOLDER.resolve(name)));
  }

  @Test
  void documentsHaveNoScriptOrStyleOfTheirOwn() throws IOException {
    for (String document : List.of("index.html", "landing.html")) {
      assertThat(read(document))
          .doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+=|javascript:")
          .doesNotContainPattern("(?i)<script(?![^>]*\\ssrc=)");
    }
  }

  @Test
  void nothingIsFetchedFromElsewhere() throws IOException {
    // A name space is no address, and one text shows what a login code looks like.
    Pattern address =
        Pattern.compile("(?:https?:)?//(?!www\\.w3\\.org/|login\\.weixin)[\\w.-]+\\.\\w");

    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(address);
      }
    }
  }

  private static Map<String, String> texts(String language) throws IOException {
    String all = read(language + ".js");
    int begin = all.indexOf("export const " + language + " = {");
    String own = all.substring(begin, all.indexOf("\n};", begin));
    Map<String, String> texts = new LinkedHashMap<>();
    ENTRY.matcher(own).results().forEach(entry -> texts.put(entry.group(1), entry.group(2)));
    assertThat(own.lines()).as("one text a line").hasSize(texts.size() + blankOrFrame(own));
    return texts;
  }

  private static int blankOrFrame(String block) {
    return (int) block.lines().filter(line -> line.isBlank() || line.startsWith("export")).count();
  }

  private static SortedSet<String> inModules(Pattern pattern) throws IOException {
    SortedSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".js")).toList()) {
        found.addAll(all(pattern, Files.readString(file)));
      }
    }
    return found;
  }

  private static SortedSet<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static String read(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.coverage;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a compiler reads of a file.
 *
 * @param imports full names
 * @param code what follows the imports, without comments and without the texts within quotes
 */
record JavaSource(String packageName, Set<String> imports, String code) {

  /** Text blocks, texts, characters, comments. */
  private static final Pattern SILENT =
      Pattern.compile(
          String.join(
              "|",
              "\"\"\"(?s:.*?)(?<!\\\\)\"\"\"",
              "\"(?:\\\\.|[^\"\\\\\\n])*+\"",
              "'(?:\\\\.|[^'\\\\\\n])*+'",
              "//[^\\n]*+",
              "/\\*(?s:.*?)\\*/"));

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);$");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+);$");

  static JavaSource of(String text) {
    String said = SILENT.matcher(text).replaceAll("''");
    Matcher place = PACKAGE.matcher(said);
    String packageName = place.find() ? place.group(1) : "";
    Set<String> imports =
        IMPORT
            .matcher(said)
            .results()
            .map((MatchResult line) -> line.group(1))
            .collect(Collectors.toUnmodifiableSet());
    String code = IMPORT.matcher(place.replaceAll("")).replaceAll("");
    return new JavaSource(packageName, imports, code);
  }

  /** Whether the code has this name, not as the end of a longer one. */
  boolean names(String name) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "\\b").matcher(code).find();
  }
}

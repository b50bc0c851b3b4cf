// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.client.http.Profile.Choice;
import dev.hongyan.client.store.AccountStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an account does otherwise than usually, in a file beside its session: a word a line.
 *
 * @param folder of the account; may not be there
 */
record AccountChoices(Path folder) {

  /** The word that takes all choices back. */
  private static final String NONE = "none";

  private static final Map<String, Choice> BY_WORD =
      Arrays.stream(Choice.values())
          .collect(Collectors.toMap(AccountChoices::word, Function.identity()));

  private Path file() {
    return folder.resolve("choices");
  }

  /** Those that were made; words of a later version are passed over. */
  Set<Choice> load() {
    if (!Files.exists(file())) {
      return Set.of();
    }
    try {
      return Files.readAllLines(file()).stream()
          .filter(BY_WORD::containsKey)
          .map(BY_WORD::get)
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file(), e);
    }
  }

  /**
   * Keeps these instead.
   *
   * @param words as the command has them, {@code none} for none
   * @throws FailedException if there is no such choice
   */
  void replace(Hongyan hongyan, List<String> words) throws IOException {
    for (String word : words) {
      if (!BY_WORD.containsKey(word) && !word.equals(NONE)) {
        String all = String.join(", ", new TreeSet<>(BY_WORD.keySet()));
        throw new FailedException(Exit.USAGE, hongyan.texts().get("login.choice-form", word, all));
      }
    }
    var ignored = AccountStore.folder(folder);
    Files.write(file(), words.stream().filter(BY_WORD::containsKey).distinct().toList());
  }

  /** Our word for it on the command line and in docs/filehelper.md. */
  private static String word(Choice choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.output;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** What we say to people, in English or Chinese. */
public final class Texts {

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundle = load(locale.getLanguage());
  }

  /**
   * In the language that the environment asks for: {@code LC_ALL}, {@code LC_MESSAGES}, {@code
   * LANG}.
   */
  public static Texts of(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return new Texts(value.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
      }
    }
    return new Texts(Locale.ENGLISH);
  }

  /** Read directly: the search of {@link ResourceBundle#getBundle} takes longer than the rest. */
  private static ResourceBundle load(String language) {
    String name = "/dev/hongyan/cli/texts_" + language + ".properties";
    try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /**
   * A text with its gaps filled.
   *
   * @param key its name
   * @param values for its gaps, in the manner of {@link String#format}
   */
  public String get(String key, Object... values) {
    return String.format(locale, bundle.getString(key), values);
  }

  /** Every text by its key, help texts among them. */
  public ResourceBundle bundle() {
    return bundle;
  }
}

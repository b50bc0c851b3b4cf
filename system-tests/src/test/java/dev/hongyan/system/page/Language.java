// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.server.phone.PhonePage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A language of the phone page, with what the page says in it. */
enum Language {
  ENGLISH("en-US", "english"),
  CHINESE("zh-CN", "chinese");

  private final String locale;
  private final String texts;

  Language(String locale, String name) {
    this.locale = locale;
    this.texts = textsOfThePage(name + ".js");
  }

  String locale() {
    return locale;
  }

  /** The text of this key. */
  String says(String key) {
    Matcher text = Pattern.compile("(?m)^  " + key + ": '(.*)',$").matcher(texts);
    assertThat(text.find()).as("the text %s in %s", key, this).isTrue();
    return text.group(1);
  }

  private static String textsOfThePage(String name) {
    try (InputStream file = PhonePage.class.getResourceAsStream(name)) {
      assertThat(file).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

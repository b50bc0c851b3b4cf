// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import java.util.regex.Pattern;

/**
 * A note of the service within a chat (protocol reference 5.13).
 *
 * @param text in the account's language
 * @param fact what it tells, as far as the text says so
 */
public record Note(String text, Fact fact) implements MessageKind {

  /** Links that only phones follow. */
  private static final Pattern ANCHOR =
      Pattern.compile("<a href=(?<q>[\"'])weixin:[^\"']*\\k<q>[^>]*>(?<label>[^<]*)</a>");

  static Note read(String content) {
    String text = ANCHOR.matcher(WireText.decode(content)).replaceAll("").strip();
    return of(text);
  }

  /** A note of these words. */
  public static Note of(String text) {
    return new Note(text, Wording.fact(text));
  }

  /** A note that tells this, in one of the languages of the service. */
  public static Note of(Fact fact, NoteLanguage language) {
    return new Note(Wording.text(fact, language), fact);
  }

  Draft draft() {
    return new Draft(NOTE).content(text).withoutSpeaker();
  }

  /** The length only: notes quote names and people's words. */
  @Override
  public String toString() {
    return "note of " + text.length() + " characters";
  }
}

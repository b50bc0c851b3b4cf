// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.message.AppMessage.Head;
import dev.hongyan.protocol.message.AppMessage.Reference;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reply that quotes a message. The web mostly gets it as a text, which does not say what message
 * it was (protocol reference 5.8, 5.11).
 *
 * @param name of whom is quoted
 * @param quoted their words, or {@code [图片]}, {@code [文件]name} … for what is no text
 * @param reply the new words
 * @param original the message that is quoted, none if not told
 */
public record Quote(String name, String quoted, String reply, MessageId original)
    implements MessageKind {

  static final int APP_TYPE = 57;

  private static final String RULE = "- - - - - - - - - - - - - - -";

  private static final Pattern TEXT_FORM =
      Pattern.compile(
          "「(?<name>[^：\\n]{0,200}+)：(?<quoted>.*?)」\\n(?:- ){5,20}-\\n(?<reply>.*)",
          Pattern.DOTALL);

  /** A text that may be a quote. */
  static Optional<Quote> ofText(String text) {
    if (!text.startsWith("「")) {
      return Optional.empty();
    }
    Matcher m = TEXT_FORM.matcher(text);
    return m.matches()
        ? Optional.of(
            new Quote(m.group("name"), m.group("quoted"), m.group("reply"), MessageId.NONE))
        : Optional.empty();
  }

  /** Without what is quoted it is a text. */
  static MessageKind of(AppMessage app) {
    String reply = app.head().title();
    return app.references().stream()
        .findFirst()
        .<MessageKind>map(r -> new Quote(r.name(), r.content(), reply, new MessageId(r.id())))
        .orElseGet(() -> new Text(reply));
  }

  Draft draft(String sender) {
    return original.isPresent() ? app().draft(sender) : new Draft(TEXT).content(text());
  }

  private AppMessage app() {
    return AppMessage.of(APP_TYPE, Head.of(reply, ""))
        .withReference(new Reference(TEXT, original.value(), name, quoted));
  }

  private String text() {
    return "「" + name + "：" + quoted + "」\n" + RULE + "\n" + reply;
  }

  /** The length only: people's words are not for logs. */
  @Override
  public String toString() {
    return "quote and reply of " + reply.length() + " characters";
  }
}

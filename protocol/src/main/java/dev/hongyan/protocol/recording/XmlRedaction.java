// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.recording;

import dev.hongyan.protocol.message.RoomPrefix;
import dev.hongyan.protocol.message.WireText;
import dev.hongyan.protocol.recording.XmlVocabulary.Meaning;
import dev.hongyan.protocol.shape.Revision.Kind;
import dev.hongyan.protocol.wire.XmlRevision;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Redacts the XML that messages are made of, so that it stays XML: names that are known stay,
 * elements and attributes of other names are dropped with all that is in them, values are replaced
 * by what they mean.
 */
final class XmlRedaction implements XmlRevision.Values {

  private static final Pattern ESCAPED =
      Pattern.compile("\\s*(?:&lt;|<)[?a-zA-Z].*", Pattern.DOTALL);
  private static final Pattern RAW = Pattern.compile("\\s*<[?a-zA-Z].*", Pattern.DOTALL);
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  private final Redaction redaction;

  XmlRedaction(Redaction redaction) {
    this.redaction = redaction;
  }

  /** A text that is XML, as it is or escaped as in messages; nothing if it is none. */
  Optional<String> redacted(String text) {
    RoomPrefix parts = RoomPrefix.split(text);
    String content = parts.content();
    if (!ESCAPED.matcher(content).matches()) {
      return Optional.empty();
    }
    if (RAW.matcher(content).matches()) {
      return XmlRevision.revised(WireText.withEmoji(content), this);
    }
    String prefix = text.substring(0, text.length() - content.length());
    return XmlRevision.revised(WireText.xml(content), this)
        .map(xml -> (prefix.isEmpty() ? "" : redaction.words(prefix)) + WireText.encode(xml));
  }

  @Override
  public boolean knows(String name) {
    return XmlVocabulary.meaning(name).isPresent();
  }

  @Override
  public String value(String name, String value) {
    if (value.isBlank()) {
      return value;
    }
    Meaning meaning = XmlVocabulary.meaning(name).orElseThrow();
    return switch (meaning) {
      case MEASURE ->
          DIGITS.matcher(value).matches()
              ? redaction.text(Kind.MEASURE, value)
              : redaction.text(Kind.TEXT, value);
      case ID -> redaction.text(Kind.ID, value);
      case WORDS -> redaction.text(Kind.TEXT, value);
    };
  }
}

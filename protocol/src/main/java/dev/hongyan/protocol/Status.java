// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import dev.hongyan.protocol.shape.Shape;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a call went, the first member of every JSON answer (protocol reference 3.0).
 *
 * @param text the server's words, usually empty even on failure
 */
public record Status(Retcode ret, String text) {

  /** It went well. */
  public static final Status OK = new Status(Retcode.OK, "");

  private static final Pattern FREQUENCY =
      Pattern.compile(
          "(?i)频繁|太多|稍[后後]|明天|\\bfrequent|\\btoo (?:many|often)\\b|\\btry\\b.{0,20}"
              + "\\b(?:later|tomorrow)\\b");

  private static final Pattern CONTENT =
      Pattern.compile("<Content>\\s*(?:<!\\[CDATA\\[)?(?<words>[^<]*?)(?:]]>)?\\s*</Content>");

  /** On the wire. */
  public static final Shape<Status> SHAPE =
      new Shape<>(
          OK,
          (f, s) ->
              new Status(
                  new Retcode(f.required().result("Ret", s.ret.code())), f.text("ErrMsg", s.text)));

  /** A refusal without words. */
  public static Status of(Retcode ret) {
    return new Status(ret, "");
  }

  /**
   * What a client does about it: a parameter error whose text tells of frequency is a throttle
   * (protocol reference 7.3).
   */
  public Retcode.Policy policy() {
    return ret.equals(Retcode.PARAMETER_ERROR) && FREQUENCY.matcher(text).find()
        ? Retcode.Policy.THROTTLED
        : ret.policy();
  }

  /** The words for a person: those within the XML that some refusals are (3.29). */
  public String words() {
    Matcher m = CONTENT.matcher(text);
    return m.find() ? m.group("words").strip() : text;
  }

  /** Whether it went well. */
  public boolean isOk() {
    return ret.isOk();
  }
}

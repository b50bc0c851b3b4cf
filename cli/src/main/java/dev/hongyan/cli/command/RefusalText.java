// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.PlainText;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.protocol.Retcode;

/** What the server says when it refuses, or, where it says nothing, what its number means. */
final class RefusalText {

  private RefusalText() {}

  static String of(Retcode retcode, String words, Texts texts) {
    if (words.isBlank() && retcode.equals(Retcode.TOO_FREQUENT)) {
      return texts.get("refused.too-frequent");
    }
    if (words.isBlank() && retcode.equals(Retcode.PHONE_OFFLINE)) {
      return texts.get("refused.phone-offline");
    }
    return PlainText.line(words);
  }
}

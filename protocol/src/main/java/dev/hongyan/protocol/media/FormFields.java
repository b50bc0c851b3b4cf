// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.wire.Parts;
import dev.hongyan.protocol.wire.PercentCode;

/** What the forms of both uploads have in common. */
final class FormFields {

  /** Four letters or digits of the time are changed by every millisecond. */
  private static final int RANDOM_LENGTH = 4;

  private FormFields() {}

  /** The file helper busts caches (protocol reference 11), the web client does not. */
  static String random(Parts p) {
    String digits = "000" + Long.toString(p.now(), Character.MAX_RADIX);
    return p.app().isEmpty() ? "" : digits.substring(digits.length() - RANDOM_LENGTH);
  }

  /** The form wants the ticket decoded (protocol reference 2.5). */
  static String decoded(Secret passTicket) {
    return PercentCode.decode(passTicket.value());
  }

  /** A whole small file is what it is, a chunk is bytes. */
  static String type(Chunk chunk, UploadFile file) {
    return chunk.count() == 1 && !file.contentType().isEmpty()
        ? file.contentType()
        : "application/octet-stream";
  }

  /** Nine digits always fit. */
  static int number(String digits, int fallback) {
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : fallback;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.wire.Parts;
import java.util.Optional;

/** What the queries of downloads have in common. */
final class MediaQuery {

  private MediaQuery() {}

  /** A message's id; anything that is none is nobody's. */
  static MessageId id(String digits) {
    try {
      return new MessageId(Long.parseUnsignedLong(digits));
    } catch (NumberFormatException e) {
      return MessageId.NONE;
    }
  }

  /** The header that asks for a part. */
  static Optional<ByteRange> range(Parts p, Optional<ByteRange> range) {
    return ByteRange.parse(p.header("Range", range.map(ByteRange::header).orElse("")));
  }
}

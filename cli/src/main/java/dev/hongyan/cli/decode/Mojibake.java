// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.decode;

import dev.hongyan.protocol.Findings;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * UTF-8 that a tool took for Latin text and wrote as UTF-8 once more: the service sends most
 * replies without a charset.
 */
final class Mojibake {

  /** Latin-1, and what Windows makes of it. */
  private static final List<Charset> TAKEN_FOR =
      List.of(StandardCharsets.ISO_8859_1, Charset.forName("windows-1252"));

  private Mojibake() {}

  /** The bytes as they were; the same ones if nothing says that they were others. */
  static byte[] mended(byte[] bytes, Findings findings) {
    Optional<String> text = decoded(bytes, StandardCharsets.UTF_8);
    if (text.isEmpty() || text.get().chars().allMatch(c -> c < 0x80)) {
      return bytes;
    }
    for (Charset charset : TAKEN_FOR) {
      Optional<byte[]> before = encoded(text.get(), charset);
      if (before.isPresent() && decoded(before.get(), StandardCharsets.UTF_8).isPresent()) {
        findings.repaired("", "UTF-8 that was taken for " + charset + " read as UTF-8");
        return before.get();
      }
    }
    return bytes;
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> encoded(String text, Charset charset) {
    try {
      ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return Optional.of(exact);
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}

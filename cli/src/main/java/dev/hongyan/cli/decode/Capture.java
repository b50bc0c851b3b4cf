// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.decode;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A reply as somebody saved it: its body alone, or a whole HTTP message, packed or not. Tools
 * differ in what they save, so the bytes count, and headers are believed only where the bytes
 * agree.
 */
public final class Capture {

  /** Longer than any reply of the service but a video; more is not what was meant. */
  public static final int MAX_BYTES = 64 << 20;

  private final Findings findings;

  private Capture(Findings findings) {
    this.findings = findings;
  }

  /**
   * Reads a captured reply.
   *
   * @param findings is told what had to be mended
   */
  public static WebReply read(byte[] bytes, Findings findings) {
    Capture capture = new Capture(findings);
    byte[] plain = capture.withoutMark(capture.inUtf8(bytes));
    return capture
        .message(plain)
        .orElseGet(() -> new WebReply(200, Headers.NONE, capture.unpacked(plain, Headers.NONE)));
  }

  /** Some shells save whatever passes through them as UTF-16, with a mark that tells. */
  private byte[] inUtf8(byte[] bytes) {
    if (bytes.length < 2) {
      return bytes;
    }
    boolean little = bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
    boolean big = bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
    if (!little && !big) {
      return bytes;
    }
    findings.repaired("", "UTF-16 read as text");
    return new String(bytes, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] withoutMark(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    if (!marked) {
      return bytes;
    }
    findings.repaired("", "byte order mark removed");
    return Arrays.copyOfRange(bytes, 3, bytes.length);
  }

  /** The last message of a chain: those before are of a proxy, or a 100. */
  private Optional<WebReply> message(byte[] bytes) {
    byte[] rest = bytes;
    Optional<Head> last = Optional.empty();
    for (Optional<Head> head = Head.read(rest); head.isPresent(); head = Head.read(rest)) {
      last = head;
      rest = Arrays.copyOfRange(rest, head.get().length(), rest.length);
    }
    byte[] body = rest;
    return last.map(head -> new WebReply(head.status(), head.headers(), body(body, head)));
  }

  private Body body(byte[] rest, Head head) {
    Headers headers = head.headers();
    boolean chunked =
        headers.all("Transfer-Encoding").stream().anyMatch(coding -> coding.contains("chunked"));
    return unpacked(chunked ? Chunks.joined(rest, findings) : cut(rest, headers), headers);
  }

  /**
   * As long as the header says, if what follows is not ours. A body that a tool has unpacked
   * already is longer than its header says.
   */
  private static byte[] cut(byte[] rest, Headers headers) {
    String said = headers.first("Content-Length").map(String::strip).orElse("");
    if (!said.matches("\\d{1,9}") || Integer.parseInt(said) >= rest.length) {
      return rest;
    }
    int length = Integer.parseInt(said);
    String after = new String(rest, length, rest.length - length, StandardCharsets.ISO_8859_1);
    return after.isBlank() || after.stripLeading().startsWith("HTTP/")
        ? Arrays.copyOf(rest, length)
        : rest;
  }

  /** By what the bytes are: tools unpack and leave the header, or save packed bytes without it. */
  private Body unpacked(byte[] bytes, Headers headers) {
    String coding = headers.first("Content-Encoding").orElse("");
    byte[] plain = withoutMark(Packed.unpacked(bytes, coding, findings));
    return Body.of(Mojibake.mended(plain, findings));
  }
}

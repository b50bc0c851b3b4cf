// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** When and how a reply's body is compressed (protocol reference 1.4 and appendix D). */
final class Gzip {

  /** Smaller bodies fit a packet anyway. */
  private static final int WORTHWHILE = 1 << 10;

  private static final Pattern GZIP =
      Pattern.compile(
          "(?i)(?:^|,)[ \t]*gzip[ \t]*(?:;[ \t]*q=(?<weight>[0-9.]{1,5})[ \t]*)?(?=,|$)");

  private Gzip() {}

  /** Whether a reply is to be compressed for who asked like this. */
  static boolean suits(Headers request, Headers reply, Body body) {
    return body.isInMemory()
        && body.length() > WORTHWHILE
        && request.all("Accept-Encoding").stream().anyMatch(Gzip::accepted)
        && reply.first("Content-Encoding").isEmpty()
        && reply.first("Content-Range").isEmpty()
        && compressible(reply.first("Content-Type").orElse(""));
  }

  private static boolean accepted(String codings) {
    Matcher gzip = GZIP.matcher(codings);
    return gzip.find()
        && (gzip.group("weight") == null || gzip.group("weight").matches(".*[1-9].*"));
  }

  /** Pictures, voices and videos are compressed already. */
  private static boolean compressible(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return !type.startsWith("image/") && !type.startsWith("audio/") && !type.startsWith("video/");
  }

  static Body compress(Body body) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.bytes().length / 4);
    try (OutputStream gzip = new Fast(compressed)) {
      gzip.write(body.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory doesn't fail
    }
    return Body.of(compressed.toByteArray());
  }

  /** The lowest level: three times the speed of the usual one for a tenth more bytes. */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, 8 << 10);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}

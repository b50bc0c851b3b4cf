// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code multipart/form-data} body (protocol reference 3.18): fields into memory, files as
 * parts of the body, in whatever order. Names are raw UTF-8; {@code filename*=} is not understood,
 * as on the service.
 */
final class Multipart {

  /** An upload has twelve parts. */
  private static final int MAX_PARTS = 64;

  /** Three lines with a file name of 255 characters are a quarter of this. */
  private static final int MAX_HEADERS = 8 << 10;

  /** The request of an upload is under a kilobyte, its tickets are shorter. */
  private static final int MAX_FIELD = 64 << 10;

  /** The practical limit of a file is 100 MB (protocol reference 3.19), and some send it whole. */
  private static final long MAX_LENGTH = 128L << 20;

  /** RFC 2046 allows 70 characters. */
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?i)\\s*multipart/form-data\\s*;(?:.*;)?\\s*boundary=(?:\"(?<quoted>[^\"]{1,70})\""
              + "|(?<plain>[^\\s\";,]{1,70})).*");

  private static final Pattern DISPOSITION =
      Pattern.compile("(?i)^content-disposition:(?<value>.*)$", Pattern.MULTILINE);

  private static final Pattern TYPE =
      Pattern.compile("(?i)^content-type:(?<value>.*)$", Pattern.MULTILINE);

  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          ";\\s*(?<name>[A-Za-z*]{1,32})\\s*=\\s*"
              + "(?:\"(?<quoted>(?:\\\\\"|[^\"])*+)\"|(?<plain>[^\\s;\"]*+))");

  private static final byte[] LINE_END = ascii("\r\n");
  private static final byte[] HEADERS_END = ascii("\r\n\r\n");

  private final List<Part> parts = new ArrayList<>();
  private final Body body;

  private record Part(String name, boolean isFile, FilePart content) {}

  private Multipart(Body body) {
    this.body = body;
  }

  /**
   * Reads a request's body.
   *
   * @throws Unreadable if it is no form, or larger than any
   * @throws UncheckedIOException if it is streamed and cannot be had
   */
  static Multipart read(Headers headers, Body body) {
    String type = headers.first("Content-Type").orElse("");
    Matcher m = BOUNDARY.matcher(type);
    if (!m.matches()) {
      throw new Unreadable("is no form of several parts");
    }
    if (body.length() > MAX_LENGTH) {
      throw new Unreadable("is longer than " + MAX_LENGTH + " bytes");
    }
    String boundary = m.group("quoted") == null ? m.group("plain") : m.group("quoted");
    Multipart form = new Multipart(body);
    try (InputStream in = body.open()) {
      form.read(new Passage(in), boundary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return form;
  }

  private void read(Passage in, String boundary) throws IOException {
    byte[] delimiter = ascii("\r\n--" + boundary);
    // What stands before the first delimiter belongs to nobody.
    in.skipTo(ascii("--" + boundary));
    while (!isLast(in)) {
      if (parts.size() == MAX_PARTS) {
        throw new Unreadable("has more than " + MAX_PARTS + " parts");
      }
      String headers = in.textTo(HEADERS_END, MAX_HEADERS);
      String disposition = value(DISPOSITION, headers);
      String name = attribute(disposition, "name").orElse("");
      Optional<String> fileName = attribute(disposition, "filename");
      boolean isFile = fileName.isPresent() || attribute(disposition, "filename*").isPresent();
      Body content = isFile ? skipped(in, delimiter) : Body.of(in.textTo(delimiter, MAX_FIELD));
      String type = value(TYPE, headers);
      parts.add(new Part(name, isFile, new FilePart(fileName.orElse(""), type, content)));
    }
  }

  private Body skipped(Passage in, byte[] delimiter) throws IOException {
    long from = in.position();
    long end = in.skipTo(delimiter);
    return body.slice(from, end - from);
  }

  /** After a delimiter: two dashes end the form, a line's end begins a part. */
  private static boolean isLast(Passage in) throws IOException {
    if (in.isAtEnd()) {
      return true;
    }
    String rest = in.textTo(LINE_END, MAX_HEADERS, true);
    if (!rest.isBlank() && !rest.startsWith("--")) {
      throw new Unreadable("has a boundary that is none");
    }
    return rest.startsWith("--");
  }

  private static String value(Pattern header, String headers) {
    Matcher m = header.matcher(headers);
    return m.find() ? m.group("value").strip() : "";
  }

  private static Optional<String> attribute(String disposition, String name) {
    Matcher m = ATTRIBUTE.matcher(disposition);
    while (m.find()) {
      if (m.group("name").equalsIgnoreCase(name)) {
        return Optional.of(
            m.group("quoted") == null ? m.group("plain") : unquoted(m.group("quoted")));
      }
    }
    return Optional.empty();
  }

  /** Browsers write a quote as %22, older ones with a backslash. */
  private static String unquoted(String text) {
    return text.replace("\\\"", "\"")
        .replace("%22", "\"")
        .replace("%0D", "\r")
        .replace("%0A", "\n");
  }

  /** The text of the first field of this name. */
  Optional<String> field(String name) {
    return parts.stream()
        .filter(p -> !p.isFile && p.name.equals(name))
        .map(p -> p.content.bytes().text())
        .findFirst();
  }

  /** The first file of this name. */
  Optional<FilePart> file(String name) {
    return parts.stream()
        .filter(p -> p.isFile && p.name.equals(name))
        .map(Part::content)
        .findFirst();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}

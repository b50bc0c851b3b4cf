// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.media.Media.Headings;
import dev.hongyan.protocol.wire.PercentCode;
import dev.hongyan.protocol.wire.ReplyCodec;
import dev.hongyan.protocol.wire.Unreadable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes are the body, and headers tell about them. */
final class MediaCodec implements ReplyCodec<Media> {

  static final MediaCodec CODEC = new MediaCodec();

  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final String DEFAULT_TYPE = "application/octet-stream";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final Pattern MAX_AGE = Pattern.compile("(?i).*\\bmax-age=(?<age>\\d{1,9}).*");

  private static final Pattern FILE_NAME =
      Pattern.compile(
          "(?i);\\s*filename(?<encoded>\\*)?\\s*=\\s*"
              + "(?:UTF-8''(?<plain>[^;\\s]*+)|\"(?<quoted>(?:\\\\\"|[^\"])*+)\""
              + "|(?<bare>[^;\\s]*+))");

  private MediaCodec() {}

  @Override
  public Media read(WebReply reply, Findings findings) {
    if (reply.status() != OK && reply.status() != PARTIAL) {
      throw new Unreadable("has status " + reply.status());
    }
    Headers headers = reply.headers();
    String type = headers.first("Content-Type").orElse(DEFAULT_TYPE);
    Optional<String> disposition = headers.first("Content-Disposition");
    // A captive portal answers everything with its page (protocol reference 6.4).
    if (disposition.isEmpty() && type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
      throw new Unreadable("is a page and no media");
    }
    Optional<ContentRange> range =
        headers
            .first("Content-Range")
            .flatMap(ContentRange::parse)
            .filter(r -> reply.status() == PARTIAL);
    if (reply.status() == PARTIAL
        && range.filter(r -> r.length() == reply.body().length()).isEmpty()) {
      throw new Unreadable("Content-Range", "does not fit the body");
    }
    return new Media(type, reply.body(), range, headings(headers, disposition.orElse("")));
  }

  private static Headings headings(Headers headers, String disposition) {
    Matcher age = MAX_AGE.matcher(headers.first("Cache-Control").orElse(""));
    return new Headings(
        fileName(disposition),
        headers.first("Last-Modified").flatMap(MediaCodec::instant),
        headers.first("ETag").orElse(""),
        age.matches() ? Integer.parseInt(age.group("age")) : 0);
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(Instant.from(DATE.parse(date)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Raw UTF-8, percent-encoded, or after RFC 5987, which is believed first. */
  private static String fileName(String disposition) {
    String found = "";
    Matcher m = FILE_NAME.matcher(disposition);
    while (m.find()) {
      String plain = m.group("plain") == null ? m.group("bare") : m.group("plain");
      String name = plain == null ? m.group("quoted").replace("\\\"", "\"") : plain;
      if (m.group("encoded") != null) {
        return PercentCode.decode(name);
      }
      found = found.isEmpty() ? PercentCode.decode(name) : found;
    }
    return found;
  }

  @Override
  public WebReply write(Media media) {
    Headings about = media.about();
    Headers headers = Headers.NONE.and("Content-Type", media.contentType());
    if (media.range().isPresent()) {
      headers =
          headers.and("Content-Range", media.range().get().header()).and("Accept-Ranges", "bytes");
    }
    if (!about.tag().isEmpty()) {
      headers = headers.and("ETag", about.tag());
    }
    if (about.lastModified().isPresent()) {
      headers = headers.and("Last-Modified", DATE.format(about.lastModified().get()));
    }
    if (about.maxAge() > 0) {
      headers = headers.and("Cache-control", "max-age=" + about.maxAge());
    }
    if (!about.fileName().isEmpty()) {
      String name = PercentCode.encode(about.fileName());
      headers =
          headers.and(
              "Content-Disposition",
              "attachment; filename=\"" + name + "\"; filename*=UTF-8''" + name);
    }
    return new WebReply(media.range().isPresent() ? PARTIAL : OK, headers, media.bytes());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.AttachedContent;
import dev.hongyan.server.world.Attachment;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Media;
import dev.hongyan.server.world.MediaKind;
import dev.hongyan.server.world.World;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The files that somebody sends from his phone: each in base64, or one that he has uploaded before
 * ({@link KeepUpload}).
 */
record SaidFiles(World world, AccountId from) {

  /** A file in base64 with a little JSON around it has to fit a body. */
  private static final int BASE64 = 28 << 20;

  private static final int MOST_SECONDS = 24 * 3600;

  /** Adds what these fields bring. */
  void addTo(List<Content> said, Fields fields) {
    String name = fields.maybeText("name").orElse("");
    Duration length = Duration.ofMillis(Math.round(seconds(fields) * 1000));
    boolean brief = fields.flag("short");
    file(fields, "picture", name, "picture.jpg", MediaKind.PICTURE)
        .map(AttachedContent.Picture::new)
        .ifPresent(said::add);
    file(fields, "emoticon", name, "emoticon.gif", MediaKind.PICTURE)
        .map(AttachedContent.Emoticon::new)
        .ifPresent(said::add);
    file(fields, "voice", name, "voice.mp3", MediaKind.VIDEO)
        .map(file -> new AttachedContent.Voice(file, told(length, file.media())))
        .ifPresent(said::add);
    Optional<Media> cover =
        file(fields, "cover", "", "cover.jpg", MediaKind.PICTURE).map(Attachment::media);
    file(fields, "video", name, "video.mp4", MediaKind.VIDEO)
        .map(file -> new AttachedContent.Video(file, told(length, file.media()), brief, cover))
        .ifPresent(said::add);
    file(fields, "file", name, "file", MediaKind.FILE)
        .map(AttachedContent.File::new)
        .ifPresent(said::add);
  }

  private static double seconds(Fields fields) {
    double seconds = fields.maybeDecimal("seconds").orElse(0.0);
    if (!(seconds >= 0 && seconds <= MOST_SECONDS)) {
      throw Problem.field("seconds", "must be from 0 to " + MOST_SECONDS);
    }
    return seconds;
  }

  private static Duration told(Duration said, Media media) {
    return said.isZero() ? media.length() : said;
  }

  private Optional<Attachment> file(
      Fields fields, String field, String name, String usual, MediaKind kind) {
    return fields
        .maybeTextOrObject(field, BASE64)
        .map(said ->
            switch (said) {
              case Fields.Said.Words(var base64) ->
                  new Attachment(kept(field, base64, kind), name.isEmpty() ? usual : name);
              case Fields.Said.Members(var members) -> uploaded(field, members, name, kind);
            });
  }

  private Attachment uploaded(String field, Fields members, String name, MediaKind kind) {
    String number = members.text("upload");
    members.done();
    Attachment upload =
        world
            .media()
            .upload(from, KeepUpload.number(field + ".upload", number))
            .orElseThrow(() -> Problem.unknown(field + ".upload: no such upload of this account"));
    requireSize(field, upload.media().size(), kind);
    return name.isEmpty() ? upload : new Attachment(upload.media(), name);
  }

  private Media kept(String field, String base64, MediaKind kind) {
    byte[] bytes = bytes(field, base64);
    if (bytes.length == 0) {
      throw Problem.field(field, "is empty");
    }
    requireSize(field, bytes.length, kind);
    return world.media().keep(new ByteArrayInputStream(bytes), kind);
  }

  private static void requireSize(String field, long size, MediaKind kind) {
    if (size > kind.limit()) {
      throw Problem.tooLarge(field + " has more than " + kind.limit() + " bytes");
    }
  }

  /** A data URL is taken as well, and lines as some tools break them. */
  private static byte[] bytes(String field, String said) {
    int comma = said.startsWith("data:") ? said.indexOf(',') + 1 : 0;
    String base64 = said.substring(comma);
    boolean broken = base64.indexOf('\n') >= 0;
    try {
      return Base64.getDecoder()
          .decode(broken ? base64.replace("\r", "").replace("\n", "") : base64);
    } catch (IllegalArgumentException e) {
      throw Problem.field(field, "is not base64");
    }
  }
}

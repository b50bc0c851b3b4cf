// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Media;
import dev.hongyan.server.world.MediaKind;
import dev.hongyan.server.world.MessageId;
import dev.hongyan.server.world.World;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What somebody sends from his phone: exactly one of the fields that name a kind. */
record SaidContent(World world, Directory directory) {

  /** A file in base64 with a little JSON around it has to fit a body. */
  private static final int BASE64 = 28 << 20;

  private static final int MOST_SECONDS = 24 * 3600;

  /** The content that these fields describe, and nothing beside it. */
  Content of(Fields fields) {
    List<Content> said = new ArrayList<>();
    fields.maybeText("text", Integer.MAX_VALUE).map(SaidContent::words).ifPresent(said::add);
    addFiles(fields, said);
    directory
        .maybeActor(fields, "card")
        .map(account -> new Content.Card(account.id()))
        .ifPresent(said::add);
    fields.maybeText("sticker").map(Content.Sticker::new).ifPresent(said::add);
    fields.maybeText("redPacket").map(Content.RedPacket::new).ifPresent(said::add);
    fields.maybeText("call").map(SaidContent::call).ifPresent(said::add);
    fields.maybeObject("location").map(SaidContent::location).ifPresent(said::add);
    fields.maybeObject("link").map(SaidContent::link).ifPresent(said::add);
    fields.maybeObject("music").map(SaidContent::music).ifPresent(said::add);
    fields.maybeObject("miniProgram").map(SaidContent::miniProgram).ifPresent(said::add);
    fields.maybeObject("transfer").map(SaidContent::transfer).ifPresent(said::add);
    fields.maybeObject("quote").map(SaidContent::quote).ifPresent(said::add);
    List<Fields.Item> articles = fields.items("articles");
    if (!articles.isEmpty()) {
      said.add(new Content.Articles(articles.stream().map(SaidContent::article).toList()));
    }
    if (fields.flag("liveLocation")) {
      said.add(new Content.LiveLocation());
    }
    if (fields.flag("unsupported")) {
      said.add(new Content.Unsupported());
    }
    fields.done();
    if (said.size() != 1) {
      throw said.isEmpty()
          ? Problem.field("text", "is missing, and so is everything else that could be sent")
          : Problem.shape("a message says one thing, not " + said.size());
    }
    return said.getFirst();
  }

  private static Content words(String text) {
    if (text.isEmpty()) {
      throw Problem.field("text", "is empty");
    }
    return new Content.Text(text);
  }

  private void addFiles(Fields fields, List<Content> said) {
    String name = fields.maybeText("name").orElse("");
    Duration length = Duration.ofMillis(Math.round(seconds(fields) * 1000));
    boolean brief = fields.flag("short");
    file(fields, "picture", name.isEmpty() ? "picture.jpg" : name, MediaKind.PICTURE)
        .map(Content.Picture::new)
        .ifPresent(said::add);
    file(fields, "emoticon", name.isEmpty() ? "emoticon.gif" : name, MediaKind.PICTURE)
        .map(Content.Emoticon::new)
        .ifPresent(said::add);
    file(fields, "voice", name.isEmpty() ? "voice.mp3" : name, MediaKind.VIDEO)
        .map(file -> new Content.Voice(file, told(length, file.media())))
        .ifPresent(said::add);
    Optional<Media> cover =
        file(fields, "cover", "cover.jpg", MediaKind.PICTURE).map(Content.Attachment::media);
    file(fields, "video", name.isEmpty() ? "video.mp4" : name, MediaKind.VIDEO)
        .map(file -> new Content.Video(file, told(length, file.media()), brief, cover))
        .ifPresent(said::add);
    file(fields, "file", name.isEmpty() ? "file" : name, MediaKind.FILE)
        .map(Content.File::new)
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

  private Optional<Content.Attachment> file(
      Fields fields, String field, String name, MediaKind kind) {
    return fields
        .maybeText(field, BASE64)
        .map(base64 -> new Content.Attachment(kept(field, base64, kind), name));
  }

  private Media kept(String field, String base64, MediaKind kind) {
    byte[] bytes = bytes(field, base64);
    if (bytes.length == 0) {
      throw Problem.field(field, "is empty");
    }
    if (bytes.length > kind.limit()) {
      throw Problem.tooLarge(field + " has more than " + kind.limit() + " bytes");
    }
    return world.media().keep(new ByteArrayInputStream(bytes), kind);
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

  private static Content call(String stage) {
    return switch (stage) {
      case "ringing" -> new Content.Call(Content.Call.Stage.RINGING);
      case "ended" -> new Content.Call(Content.Call.Stage.ENDED);
      default -> throw Problem.field("call", "must be ringing or ended");
    };
  }

  private static Content location(Fields place) {
    Content said =
        new Content.Location(
            place.decimal("latitude"),
            place.decimal("longitude"),
            place.maybeText("label").orElse(""),
            place.maybeText("place").orElse(""));
    place.done();
    return said;
  }

  private static Content link(Fields link) {
    Content said =
        new Content.Link(
            link.text("title"),
            link.maybeText("description").orElse(""),
            link.text("url"),
            link.maybeText("source").orElse(""));
    link.done();
    return said;
  }

  private static Content music(Fields music) {
    Content said =
        new Content.Music(
            music.text("title"),
            music.maybeText("description").orElse(""),
            music.text("url"),
            music.maybeText("sound").orElse(""));
    music.done();
    return said;
  }

  private static Content miniProgram(Fields page) {
    Content said =
        new Content.MiniProgram(
            page.text("title"), page.text("program"), page.maybeText("url").orElse(""));
    page.done();
    return said;
  }

  private static Content transfer(Fields transfer) {
    Content said =
        new Content.Transfer(transfer.text("amount"), transfer.maybeText("memo").orElse(""));
    transfer.done();
    return said;
  }

  private static Content quote(Fields quote) {
    Content said =
        new Content.Quote(quote.text("text", Integer.MAX_VALUE), id("quote.of", quote.text("of")));
    quote.done();
    return said;
  }

  /** A message's id, as this field gives it. */
  static MessageId id(String field, String digits) {
    try {
      return new MessageId(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      throw Problem.field(field, "is not the id of a message");
    }
  }

  private static Content.Article article(Fields.Item item) {
    Fields fields = item.fields();
    Content.Article article =
        new Content.Article(
            fields.text("title"),
            fields.maybeText("digest").orElse(""),
            fields.text("url"),
            fields.maybeText("cover").orElse(""),
            instant(fields.maybeText("time").orElse("1970-01-01T00:00:00Z")));
    fields.done();
    return article;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.field("time", "is no moment in ISO 8601");
    }
  }
}

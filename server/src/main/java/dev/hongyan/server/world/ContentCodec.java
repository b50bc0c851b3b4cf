// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How contents are kept: words as they are, everything else as a {@link Parcel} that begins with
 * the number of its version.
 */
final class ContentCodec {

  private static final int VERSION = 1;

  private ContentCodec() {}

  static String encode(Content content) {
    return switch (content) {
      case Content.Text(var text) -> text;
      case Content.Note(var text) -> text;
      case AttachedContent.Picture(var file) -> pack(media(file));
      case AttachedContent.Voice(var file, var length) -> pack(media(file), length.toMillis());
      case AttachedContent.Video(var file, var length, var brief, var cover) ->
          pack(media(file), length.toMillis(), brief, cover.map(ContentCodec::media).orElse(""));
      case AttachedContent.Emoticon(var file) -> pack(media(file));
      case Content.Sticker(var md5) -> pack(md5);
      case AttachedContent.File(var file) -> pack(media(file));
      case Content.Location(var latitude, var longitude, var label, var place) ->
          pack(latitude, longitude, label, place);
      case Content.Request(var asker, var text, var scene, var ticket) ->
          pack(asker.value(), text, scene, ticket);
      case Content.Card(var account) -> pack(account.value());
      case AppContent.Link(var title, var description, var url, var source) ->
          pack(title, description, url, source);
      case AppContent.Music(var title, var description, var url, var sound) ->
          pack(title, description, url, sound);
      case AppContent.MiniProgram(var title, var program, var url) -> pack(title, program, url);
      case AppContent.Transfer(var amount, var memo) -> pack(amount, memo);
      case AppContent.RedPacket(var greeting) -> pack(greeting);
      case Content.Quote(var text, var of) -> pack(text, of.value());
      case Content.LiveLocation() -> pack();
      case AppContent.Articles(var articles) ->
          pack(articles.stream().map(ContentCodec::article).toArray());
      case Content.Call(var stage) -> pack(stage.name());
      case Content.Recall(var of) -> pack(of.value());
      case Content.Unsupported() -> pack();
    };
  }

  /**
   * The content of this kind, as it was kept.
   *
   * @throws IllegalArgumentException if there is no such kind or version
   */
  static Content decode(String kind, String kept) {
    return switch (kind) {
      case "text" -> new Content.Text(kept);
      case "system" -> new Content.Note(kept);
      default -> decode(kind, unpack(kept));
    };
  }

  private static Content decode(String kind, Parcel in) {
    return switch (kind) {
      case "picture" -> new AttachedContent.Picture(attachment(in));
      case "voice" -> new AttachedContent.Voice(attachment(in), millis(in));
      case "video" ->
          new AttachedContent.Video(attachment(in), millis(in), in.flag(), maybeMedia(in));
      case "emoticon" -> new AttachedContent.Emoticon(attachment(in));
      case "sticker" -> new Content.Sticker(in.text());
      case "file" -> new AttachedContent.File(attachment(in));
      case "location" -> new Content.Location(in.fraction(), in.fraction(), in.text(), in.text());
      case "friend-request" ->
          new Content.Request(new AccountId(in.number()), in.text(), in.count(), in.text());
      case "card" -> new Content.Card(new AccountId(in.number()));
      case "link" -> new AppContent.Link(in.text(), in.text(), in.text(), in.text());
      case "music" -> new AppContent.Music(in.text(), in.text(), in.text(), in.text());
      case "mini-program" -> new AppContent.MiniProgram(in.text(), in.text(), in.text());
      case "transfer" -> new AppContent.Transfer(in.text(), in.text());
      case "red-packet" -> new AppContent.RedPacket(in.text());
      case "quote" -> new Content.Quote(in.text(), new MessageId(in.number()));
      case "live-location" -> new Content.LiveLocation();
      case "articles" -> new AppContent.Articles(articles(in));
      case "call" -> new Content.Call(Content.Call.Stage.valueOf(in.text()));
      case "recall" -> new Content.Recall(new MessageId(in.number()));
      case "unsupported" -> new Content.Unsupported();
      default -> throw new IllegalArgumentException("no such kind of message: " + kind);
    };
  }

  private static String pack(Object... values) {
    return Parcel.of(VERSION) + Parcel.of(values);
  }

  private static Parcel unpack(String kept) {
    Parcel in = Parcel.open(kept);
    int version = in.count();
    if (version != VERSION) {
      throw new IllegalArgumentException("a message of version " + version);
    }
    return in;
  }

  private static String media(Attachment file) {
    return Parcel.of(file.name(), media(file.media()));
  }

  private static String media(Media media) {
    return Parcel.of(
        media.sha256(),
        media.md5(),
        media.size(),
        media.contentType(),
        media.width(),
        media.height(),
        media.length().toMillis());
  }

  private static Attachment attachment(Parcel in) {
    Parcel file = Parcel.open(in.text());
    String name = file.text();
    return new Attachment(media(Parcel.open(file.text())), name);
  }

  private static Optional<Media> maybeMedia(Parcel in) {
    Parcel media = Parcel.open(in.text());
    return media.isEmpty() ? Optional.empty() : Optional.of(media(media));
  }

  private static Media media(Parcel in) {
    return new Media(
        in.text(), in.text(), in.number(), in.text(), in.count(), in.count(), millis(in));
  }

  private static Duration millis(Parcel in) {
    return Duration.ofMillis(in.number());
  }

  private static String article(AppContent.Article article) {
    return Parcel.of(
        article.title(), article.digest(), article.url(), article.cover(), article.published());
  }

  private static List<AppContent.Article> articles(Parcel in) {
    List<AppContent.Article> articles = new ArrayList<>();
    while (!in.isEmpty()) {
      Parcel article = Parcel.open(in.text());
      articles.add(
          new AppContent.Article(
              article.text(), article.text(), article.text(), article.text(), article.time()));
    }
    return articles;
  }
}

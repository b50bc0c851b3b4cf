// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.server.world.Accounts;
import dev.hongyan.server.world.AppContent;
import dev.hongyan.server.world.AttachedContent;
import dev.hongyan.server.world.Attachment;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Media;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** What a message says beside its words, as the phone API tells it. */
record ToldContent(Accounts accounts) {

  /** What it came with, or null. */
  void writeMedia(JsonGenerator json, Content content) {
    Optional<Attachment> file = content.attachment();
    if (file.isEmpty()) {
      json.writeNullProperty("media");
      return;
    }
    Media media = file.get().media();
    json.writeName("media");
    Replies.object(
        json,
        inner -> {
          inner.writeStringProperty("name", file.get().name());
          inner.writeNumberProperty("size", media.size());
          inner.writeStringProperty("md5", media.md5());
          inner.writeStringProperty("type", media.contentType());
          if (media.width() > 0 && media.height() > 0) {
            inner.writeNumberProperty("width", media.width());
            inner.writeNumberProperty("height", media.height());
          }
        });
  }

  /** What no other field tells; only for kinds that have more to tell. */
  void writeAbout(JsonGenerator json, Content content) {
    Map<String, String> about = new TreeMap<>(about(content));
    about.values().removeIf(String::isEmpty);
    if (!about.isEmpty()) {
      json.writeName("about");
      Replies.object(json, inner -> about.forEach(inner::writeStringProperty));
    }
    if (content instanceof AppContent.Articles(var articles)) {
      Replies.array(json, "articles", articles, ToldContent::writeArticle);
    }
  }

  private Map<String, String> about(Content content) {
    return switch (content) {
      case Content.Card(var account) -> Map.of("account", accounts.account(account).name());
      case Content.Request request -> Map.of("account", accounts.account(request.asker()).name());
      case Content.Location place ->
          Map.of(
              "latitude", Double.toString(place.latitude()),
              "longitude", Double.toString(place.longitude()),
              "place", place.place());
      case AppContent.Link link ->
          Map.of("description", link.description(), "url", link.url(), "source", link.source());
      case AppContent.Music music ->
          Map.of("description", music.description(), "url", music.url(), "sound", music.sound());
      case AppContent.MiniProgram page -> Map.of("program", page.program(), "url", page.url());
      case AppContent.Transfer transfer -> Map.of("amount", transfer.amount());
      case Content.Quote quote -> Map.of("of", quote.of().toString());
      case Content.Recall recall -> Map.of("of", recall.of().toString());
      case Content.Call call -> Map.of("stage", call.stage().name().toLowerCase(Locale.ROOT));
      case Content.Sticker sticker -> Map.of("md5", sticker.md5());
      case AttachedContent.Voice voice -> Map.of("seconds", seconds(voice.length()));
      case AttachedContent.Video video -> video(video);
      default -> Map.of();
    };
  }

  private static Map<String, String> video(AttachedContent.Video video) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("seconds", seconds(video.length()));
    video.cover().ifPresent(cover -> about.put("cover", cover.contentType()));
    return about;
  }

  private static void writeArticle(JsonGenerator json, AppContent.Article article) {
    json.writeStringProperty("title", article.title());
    json.writeStringProperty("digest", article.digest());
    json.writeStringProperty("url", article.url());
    json.writeStringProperty("cover", article.cover());
    json.writeStringProperty("time", article.published().toString());
  }

  private static String seconds(Duration length) {
    return BigDecimal.valueOf(length.toMillis(), 3).stripTrailingZeros().toPlainString();
  }
}

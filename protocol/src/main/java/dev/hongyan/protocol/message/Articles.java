// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.message.AppMessage.Head;
import dev.hongyan.protocol.message.AppMessage.Push;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.XmlContent;
import dev.hongyan.protocol.wire.XmlContent.Layout;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an official account has published, or the news of the day (protocol reference 5.8, 5.16).
 */
public record Articles(List<Article> articles) implements MessageKind {

  /** Who sends news of the day as a text. */
  static final String NEWS = "newsapp";

  private static final XmlContent<Push> NEWS_XML =
      new XmlContent<>("mmreader", Layout.PAIRED, Push::members);

  public Articles {
    articles = List.copyOf(articles);
  }

  /**
   * One of them.
   *
   * @param cover address of a picture, empty for none
   */
  public record Article(String title, String url, Instant published, String cover, String digest) {

    static final Shape<Article> SHAPE =
        new Shape<>(
            new Article("", "", Instant.EPOCH, "", ""),
            (f, a) ->
                new Article(
                    f.text("title", a.title),
                    f.text("url", a.url),
                    f.seconds("pub_time", a.published),
                    withoutSize(f.text("cover", a.cover)),
                    f.text("digest", a.digest)));

    /** Width and height may follow: {@code url|w|h}. */
    private static String withoutSize(String cover) {
      int bar = cover.indexOf('|');
      return bar < 0 ? cover : cover.substring(0, bar);
    }
  }

  /** News come as a text that is XML. */
  static Optional<Articles> ofNews(String xml) {
    return NEWS_XML
        .read(xml, new Push(List.of()))
        .filter(push -> !push.articles().isEmpty())
        .map(push -> new Articles(push.articles()));
  }

  static Optional<Articles> of(AppMessage app) {
    return app.pushes().stream()
        .filter(push -> !push.articles().isEmpty())
        .findFirst()
        .map(push -> new Articles(push.articles()));
  }

  AppMessage app() {
    Article first = articles.isEmpty() ? Article.SHAPE.neutral() : articles.getFirst();
    return AppMessage.of(
            Link.APP_TYPE, new Head(first.title, first.digest, first.url, first.cover, ""))
        .withPush(new Push(articles));
  }

  /** The number only: what people read is not for logs. */
  @Override
  public String toString() {
    return articles.size() + " articles";
  }
}

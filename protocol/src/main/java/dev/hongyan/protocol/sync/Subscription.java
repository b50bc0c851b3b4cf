// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.sync;

import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.shape.Shape;
import java.util.List;

/**
 * The latest articles of an official account, as init tells them (protocol reference 3.6).
 *
 * @param time Unix seconds
 */
public record Subscription(UserName account, List<Article> articles, long time, String nickName) {

  /** On the wire. */
  static final Shape<Subscription> SHAPE =
      new Shape<>(
          new Subscription(UserName.NONE, List.of(), 0, ""),
          (f, s) -> {
            UserName account = f.word("UserName", s.account, UserName::new, UserName::value);
            f.constant("MPArticleCount", s.articles.size());
            return new Subscription(
                account,
                f.list("MPArticleList", Article.SHAPE, s.articles),
                f.longNumber("Time", s.time),
                f.text("NickName", s.nickName));
          });

  public Subscription {
    articles = List.copyOf(articles);
  }

  /**
   * One article.
   *
   * @param cover address of its picture
   */
  public record Article(String title, String digest, String cover, String url) {

    private static final Shape<Article> SHAPE =
        new Shape<>(
            new Article("", "", "", ""),
            (f, a) ->
                new Article(
                    f.text("Title", a.title),
                    f.text("Digest", a.digest),
                    f.text("Cover", a.cover),
                    f.text("Url", a.url)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Instant;
import java.util.List;

/**
 * A content that another application brings into a chat (protocol reference 5.8). {@code toString}
 * tells the kind only, never what it says.
 */
public sealed interface AppContent extends Content {

  /**
   * A link.
   *
   * @param source name of the application or account that it is from, may be empty
   */
  record Link(String title, String description, String url, String source) implements AppContent {

    @Override
    public String text() {
      return title;
    }

    @Override
    public String toString() {
      return kind();
    }
  }

  /**
   * A piece of music.
   *
   * @param url its page
   * @param sound where it is heard
   */
  record Music(String title, String description, String url, String sound) implements AppContent {

    @Override
    public String text() {
      return title;
    }

    @Override
    public String toString() {
      return kind();
    }
  }

  /**
   * A page of a mini program.
   *
   * @param program its name
   */
  record MiniProgram(String title, String program, String url) implements AppContent {

    @Override
    public String text() {
      return title;
    }

    @Override
    public String toString() {
      return kind();
    }
  }

  /**
   * Money sent to somebody.
   *
   * @param amount as it is shown, currency sign included
   */
  record Transfer(String amount, String memo) implements AppContent {

    @Override
    public String text() {
      return memo;
    }

    @Override
    public String toString() {
      return kind();
    }
  }

  /** Money in an envelope, which only phones open. */
  record RedPacket(String greeting) implements AppContent {

    @Override
    public String text() {
      return greeting;
    }

    @Override
    public String toString() {
      return kind();
    }
  }

  /** What an official account sends to all who follow it; the first is the large one. */
  record Articles(List<Article> articles) implements AppContent {

    /**
     * These.
     *
     * @throws WorldException if there are none, or more than eight
     */
    public Articles {
      articles = List.copyOf(articles);
      if (articles.isEmpty() || articles.size() > 8) {
        throw WorldException.illegal("an official account sends one to eight articles");
      }
    }

    @Override
    public String text() {
      return articles.getFirst().title();
    }

    @Override
    public String toString() {
      return kind();
    }
  }

  /**
   * One of them.
   *
   * @param cover address of its picture, may be empty
   */
  record Article(String title, String digest, String url, String cover, Instant published) {

    @Override
    public String toString() {
      return "article";
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a message says. */
public sealed interface Content {

  /** Our word for the kind, as the phone API shows it. */
  String kind();

  /** The words of it, as a phone shows them; empty if there are none. */
  String text();

  /** What comes with it and is kept apart. */
  default Optional<Attachment> attachment() {
    return Optional.empty();
  }

  /** All that is kept apart for it. */
  default List<Media> media() {
    return attachment().stream().map(Attachment::media).toList();
  }

  /**
   * A content and what it is called.
   *
   * @param name a file name without any path
   */
  record Attachment(Media media, String name) {

    public Attachment {
      name = FileNames.safe(name);
    }

    /** The size only: names are people's words. */
    @Override
    public String toString() {
      return "file of " + media.size() + " bytes";
    }
  }

  /** Words that someone wrote. */
  record Text(String text) implements Content {

    @Override
    public String kind() {
      return "text";
    }

    @Override
    public String toString() {
      return "text of " + text.length() + " characters";
    }
  }

  /** Words that the service wrote into the chat (protocol reference 5.13). */
  record Note(String text) implements Content {

    @Override
    public String kind() {
      return "system";
    }

    @Override
    public String toString() {
      return "note of " + text.length() + " characters";
    }
  }

  /**
   * Somebody asks to be a friend (protocol reference 5.10).
   *
   * @param asker who does
   * @param text what he says about it
   * @param scene where they met
   * @param ticket what a web client has to show to accept it
   */
  record Request(AccountId asker, String text, int scene, String ticket) implements Content {

    @Override
    public String kind() {
      return "friend-request";
    }

    @Override
    public String toString() {
      return "friend request of " + asker;
    }
  }

  /** Something that is little more than its attachment. */
  sealed interface Attached extends Content {

    /** It. */
    Attachment file();

    @Override
    default Optional<Attachment> attachment() {
      return Optional.of(file());
    }

    @Override
    default String text() {
      return "";
    }
  }

  /** A picture. */
  record Picture(Attachment file) implements Attached {

    @Override
    public String kind() {
      return "picture";
    }
  }

  /** Something said into the phone. */
  record Voice(Attachment file, Duration length) implements Attached {

    @Override
    public String kind() {
      return "voice";
    }
  }

  /**
   * A video.
   *
   * @param brief whether it is one of the short ones that were a kind of their own until 2017
   * @param cover a picture of it, if the phone has made one
   */
  record Video(Attachment file, Duration length, boolean brief, Optional<Media> cover)
      implements Attached {

    @Override
    public String kind() {
      return "video";
    }

    @Override
    public List<Media> media() {
      return Stream.concat(Stream.of(file.media()), cover.stream()).toList();
    }
  }

  /** A sticker that is sent as a picture. */
  record Emoticon(Attachment file) implements Attached {

    @Override
    public String kind() {
      return "emoticon";
    }
  }

  /** A sticker of the store: nobody but the phone has its picture (5.7). */
  record Sticker(String md5) implements Content {

    @Override
    public String kind() {
      return "sticker";
    }

    @Override
    public String text() {
      return "";
    }
  }

  /** A file of any kind. */
  record File(Attachment file) implements Attached {

    @Override
    public String kind() {
      return "file";
    }

    @Override
    public String text() {
      return file.name();
    }
  }

  /**
   * A place.
   *
   * @param latitude degrees, north positive
   * @param longitude degrees, east positive
   * @param label the address
   * @param place its name, may be empty
   */
  record Location(double latitude, double longitude, String label, String place)
      implements Content {

    /**
     * The same.
     *
     * @throws WorldException if it is nowhere on Earth
     */
    public Location {
      if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
        throw WorldException.illegal("there is no such place on Earth");
      }
    }

    @Override
    public String kind() {
      return "location";
    }

    @Override
    public String text() {
      return label;
    }

    /** Never what it says. */
    @Override
    public String toString() {
      return kind();
    }
  }

  /** Somebody's card: a person or an official account. */
  record Card(AccountId account) implements Content {

    @Override
    public String kind() {
      return "card";
    }

    @Override
    public String text() {
      return "";
    }
  }

  /**
   * A link.
   *
   * @param source name of the application or account that it is from, may be empty
   */
  record Link(String title, String description, String url, String source) implements Content {

    @Override
    public String kind() {
      return "link";
    }

    @Override
    public String text() {
      return title;
    }

    /** Never what it says. */
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
  record Music(String title, String description, String url, String sound) implements Content {

    @Override
    public String kind() {
      return "music";
    }

    @Override
    public String text() {
      return title;
    }

    /** Never what it says. */
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
  record MiniProgram(String title, String program, String url) implements Content {

    @Override
    public String kind() {
      return "mini-program";
    }

    @Override
    public String text() {
      return title;
    }

    /** Never what it says. */
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
  record Transfer(String amount, String memo) implements Content {

    @Override
    public String kind() {
      return "transfer";
    }

    @Override
    public String text() {
      return memo;
    }

    /** Never what it says. */
    @Override
    public String toString() {
      return kind();
    }
  }

  /** Money in an envelope, which only phones open. */
  record RedPacket(String greeting) implements Content {

    @Override
    public String kind() {
      return "red-packet";
    }

    @Override
    public String text() {
      return greeting;
    }

    /** Never what it says. */
    @Override
    public String toString() {
      return kind();
    }
  }

  /** Words about an earlier message of the chat. */
  record Quote(String text, MessageId of) implements Content {

    @Override
    public String kind() {
      return "quote";
    }

    @Override
    public String toString() {
      return "quote with " + text.length() + " characters";
    }
  }

  /** Somebody shows where he is from now on. */
  record LiveLocation() implements Content {

    @Override
    public String kind() {
      return "live-location";
    }

    @Override
    public String text() {
      return "";
    }
  }

  /** What an official account sends to all who follow it; the first is the large one. */
  record Articles(List<Article> articles) implements Content {

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
    public String kind() {
      return "articles";
    }

    @Override
    public String text() {
      return articles.getFirst().title();
    }

    /** Never what it says. */
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

    /** Never what it says. */
    @Override
    public String toString() {
      return "article";
    }
  }

  /** A call of one phone by another, of which the web only hears. */
  record Call(Stage stage) implements Content {

    /** What is heard of. */
    public enum Stage {
      /** It rings. */
      RINGING,
      /** It is over, or was not taken. */
      ENDED
    }

    @Override
    public String kind() {
      return "call";
    }

    @Override
    public String text() {
      return "";
    }
  }

  /** The sender has withdrawn an earlier message; the world still has it. */
  record Recall(MessageId of) implements Content {

    @Override
    public String kind() {
      return "recall";
    }

    @Override
    public String text() {
      return "";
    }
  }

  /** Something that the web cannot show (5.14): a chat record, a coupon, what comes next year. */
  record Unsupported() implements Content {

    @Override
    public String kind() {
      return "unsupported";
    }

    @Override
    public String text() {
      return "";
    }
  }
}

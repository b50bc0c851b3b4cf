// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.List;
import java.util.Optional;

/** What a message says. */
public sealed interface Content
    permits AppContent,
        AttachedContent,
        Content.Text,
        Content.Note,
        Content.Quote,
        Content.Request,
        Content.Card,
        Content.Sticker,
        Content.Location,
        Content.LiveLocation,
        Content.Call,
        Content.Recall,
        Content.Unsupported {

  /** Our word for the kind, as the phone API shows it and the world keeps it. */
  default String kind() {
    return switch (this) {
      case Text _ -> "text";
      case Note _ -> "system";
      case Quote _ -> "quote";
      case Request _ -> "friend-request";
      case Card _ -> "card";
      case Sticker _ -> "sticker";
      case Location _ -> "location";
      case LiveLocation _ -> "live-location";
      case Call _ -> "call";
      case Recall _ -> "recall";
      case Unsupported _ -> "unsupported";
      case AttachedContent.Picture _ -> "picture";
      case AttachedContent.Voice _ -> "voice";
      case AttachedContent.Video _ -> "video";
      case AttachedContent.Emoticon _ -> "emoticon";
      case AttachedContent.File _ -> "file";
      case AppContent.Link _ -> "link";
      case AppContent.Music _ -> "music";
      case AppContent.MiniProgram _ -> "mini-program";
      case AppContent.Transfer _ -> "transfer";
      case AppContent.RedPacket _ -> "red-packet";
      case AppContent.Articles _ -> "articles";
    };
  }

  /** The words of it, as a phone shows them; empty if there are none. */
  default String text() {
    return "";
  }

  /** What comes with it and is kept apart. */
  default Optional<Attachment> attachment() {
    return Optional.empty();
  }

  /** All that is kept apart for it. */
  default List<Media> media() {
    return attachment().stream().map(Attachment::media).toList();
  }

  /** Words that someone wrote. */
  record Text(String text) implements Content {

    @Override
    public String toString() {
      return "text of " + text.length() + " characters";
    }
  }

  /** Words that the service wrote into the chat (protocol reference 5.13). */
  record Note(String text) implements Content {

    @Override
    public String toString() {
      return "note of " + text.length() + " characters";
    }
  }

  /** Words about an earlier message of the chat. */
  record Quote(String text, MessageId of) implements Content {

    @Override
    public String toString() {
      return "quote with " + text.length() + " characters";
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
    public String toString() {
      return "friend request of " + asker;
    }
  }

  /** Somebody's card: a person or an official account. */
  record Card(AccountId account) implements Content {}

  /** A sticker of the store: nobody but the phone has its picture (5.7). */
  record Sticker(String md5) implements Content {}

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
    public String text() {
      return label;
    }

    /** Never where it is. */
    @Override
    public String toString() {
      return kind();
    }
  }

  /** Somebody shows where he is from now on. */
  record LiveLocation() implements Content {}

  /** A call of one phone by another, of which the web only hears. */
  record Call(Stage stage) implements Content {

    /** What is heard of. */
    public enum Stage {
      /** It rings. */
      RINGING,
      /** It is over, or was not taken. */
      ENDED
    }
  }

  /** The sender has withdrawn an earlier message; the world still has it. */
  record Recall(MessageId of) implements Content {}

  /** Something that the web cannot show (5.14): a chat record, a coupon, what comes next year. */
  record Unsupported() implements Content {}
}

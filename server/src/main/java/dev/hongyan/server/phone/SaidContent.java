// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AppContent;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.MessageId;
import dev.hongyan.server.world.World;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** What somebody sends from his phone: exactly one of the fields that name a kind. */
record SaidContent(World world, Directory directory, Account from) {

  /** The content that these fields describe, and nothing beside it. */
  Content of(Fields fields) {
    List<Content> said = new ArrayList<>();
    fields.maybeText("text", Integer.MAX_VALUE).map(SaidContent::words).ifPresent(said::add);
    new SaidFiles(world, from.id()).addTo(said, fields);
    fields.maybeText("forward").map(this::forwarded).ifPresent(said::add);
    directory
        .maybeActor(fields, "card")
        .map(account -> new Content.Card(account.id()))
        .ifPresent(said::add);
    fields.maybeText("sticker").map(Content.Sticker::new).ifPresent(said::add);
    fields.maybeText("redPacket").map(AppContent.RedPacket::new).ifPresent(said::add);
    fields.maybeText("call").map(SaidContent::call).ifPresent(said::add);
    fields.maybeObject("location").map(SaidContent::location).ifPresent(said::add);
    fields.maybeObject("link").map(SaidContent::link).ifPresent(said::add);
    fields.maybeObject("music").map(SaidContent::music).ifPresent(said::add);
    fields.maybeObject("miniProgram").map(SaidContent::miniProgram).ifPresent(said::add);
    fields.maybeObject("transfer").map(SaidContent::transfer).ifPresent(said::add);
    fields.maybeObject("quote").map(SaidContent::quote).ifPresent(said::add);
    List<Fields.Item> articles = fields.items("articles");
    if (!articles.isEmpty()) {
      said.add(new AppContent.Articles(articles.stream().map(SaidContent::article).toList()));
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

  /** What the service says, and what asks for an answer, is nobody else's affair. */
  private Content forwarded(String id) {
    Content content =
        world
            .messages()
            .find(from.id(), id("forward", id))
            .map(Message::content)
            .orElseThrow(() -> Problem.unknown("forward: no such message is on this phone"));
    return switch (content) {
      case Content.Note _,
          Content.Recall _,
          Content.Request _,
          AppContent.Transfer _,
          AppContent.RedPacket _,
          Content.Call _,
          Content.LiveLocation _ ->
          throw Problem.conflict("a message of this kind cannot be forwarded");
      case Content.Quote quote -> new Content.Text(quote.text());
      default -> content;
    };
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
        new AppContent.Link(
            link.text("title"),
            link.maybeText("description").orElse(""),
            link.text("url"),
            link.maybeText("source").orElse(""));
    link.done();
    return said;
  }

  private static Content music(Fields music) {
    Content said =
        new AppContent.Music(
            music.text("title"),
            music.maybeText("description").orElse(""),
            music.text("url"),
            music.maybeText("sound").orElse(""));
    music.done();
    return said;
  }

  private static Content miniProgram(Fields page) {
    Content said =
        new AppContent.MiniProgram(
            page.text("title"), page.text("program"), page.maybeText("url").orElse(""));
    page.done();
    return said;
  }

  private static Content transfer(Fields transfer) {
    Content said =
        new AppContent.Transfer(transfer.text("amount"), transfer.maybeText("memo").orElse(""));
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

  private static AppContent.Article article(Fields.Item item) {
    Fields fields = item.fields();
    AppContent.Article article =
        new AppContent.Article(
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

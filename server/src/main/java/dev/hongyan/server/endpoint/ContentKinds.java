// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.media.EncodedName;
import dev.hongyan.protocol.message.Articles;
import dev.hongyan.protocol.message.Card;
import dev.hongyan.protocol.message.Emoticon;
import dev.hongyan.protocol.message.Fact;
import dev.hongyan.protocol.message.FileShare;
import dev.hongyan.protocol.message.FriendRequest;
import dev.hongyan.protocol.message.Link;
import dev.hongyan.protocol.message.LiveLocation;
import dev.hongyan.protocol.message.Location;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.MiniProgram;
import dev.hongyan.protocol.message.Music;
import dev.hongyan.protocol.message.Note;
import dev.hongyan.protocol.message.Picture;
import dev.hongyan.protocol.message.Quote;
import dev.hongyan.protocol.message.Recall;
import dev.hongyan.protocol.message.RedPacket;
import dev.hongyan.protocol.message.Transfer;
import dev.hongyan.protocol.message.Video;
import dev.hongyan.protocol.message.Voice;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.AppContent;
import dev.hongyan.server.world.AttachedContent;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Media;
import dev.hongyan.server.world.MediaHandle;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.MessageId;
import dev.hongyan.server.world.QuoteForm;
import dev.hongyan.server.world.RoomId;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;
import java.util.Optional;

/** What messages say, as a guest's web client is told it (protocol reference 5.3). */
record ContentKinds(World world, ContactCards cards) {

  /** How the service marks that somebody got to know another by a card (4.5). */
  private static final int BY_CARD = 17;

  /** How near maps are shown (5.9). */
  private static final int SCALE = 16;

  MessageKind of(Message message, Guest guest) {
    return switch (message.content()) {
      case Content.Text(var text) -> new MessageKind.Text(text);
      case Content.Note(var text) -> Note.of(text);
      case AttachedContent attached -> attached(attached, message, guest);
      case Content.Sticker(var md5) -> new Emoticon(md5, 0, 0, 0, true, 0);
      case Content.Location place ->
          new Location(place.latitude(), place.longitude(), SCALE, place.label(), place.place());
      case Content.Card(var account) ->
          new Card(cards.stranger(world.accounts().account(account), guest), BY_CARD);
      case Content.Request request ->
          new FriendRequest(
              cards.stranger(world.accounts().account(request.asker()), guest),
              request.text(),
              new Secret(request.ticket()),
              request.scene());
      case AppContent.Link link ->
          new Link(link.title(), link.description(), link.url(), "", link.source());
      case AppContent.Music music ->
          new Music(
              music.title(), music.description(), music.url(), music.sound(), music.sound(), "");
      case AppContent.MiniProgram page ->
          new MiniProgram(page.title(), page.program(), page.url(), "", "", "");
      case AppContent.Transfer(var amount, var memo) -> transfer(amount, memo, guest);
      case AppContent.RedPacket(var greeting) -> redPacket(greeting, message, guest);
      case Content.Quote(var text, var of) -> quote(text, of, guest);
      case Content.LiveLocation() ->
          new LiveLocation(wording(guest).liveLocation(shownName(message.from(), guest)));
      case AppContent.Articles articles -> articles(articles);
      case Content.Call(var stage) -> new MessageKind.Call(stage(stage));
      case Content.Recall(var of) -> recall(of, message, guest);
      case Content.Unsupported() -> new MessageKind.NotSupported(wording(guest).unsupported());
    };
  }

  private static MessageKind attached(AttachedContent attached, Message message, Guest guest) {
    Media media = attached.file().media();
    return switch (attached) {
      case AttachedContent.Picture _ ->
          new Picture(media.size(), media.width(), media.height(), media.md5());
      case AttachedContent.Voice(_, var length) -> new Voice(length, media.size());
      case AttachedContent.Video(_, var length, var brief, _) ->
          new Video(length, media.size(), media.width(), media.height(), media.md5(), brief);
      case AttachedContent.Emoticon _ ->
          new Emoticon(media.md5(), media.size(), media.width(), media.height(), false, 0);
      case AttachedContent.File(var file) -> {
        String name = file.name();
        int dot = name.lastIndexOf('.');
        yield new FileShare(
            name,
            media.size(),
            guest.session().mediaHandles().of(new MediaHandle.Received(message.id())),
            EncodedName.encode(name),
            dot < 0 ? "" : name.substring(dot + 1));
      }
    };
  }

  private static MessageKind transfer(String amount, String memo, Guest guest) {
    Wording wording = wording(guest);
    return new Transfer(wording.transfer(), wording.transferOf(amount, memo));
  }

  /** In practice the web is only told that there is one (5.8). */
  private static MessageKind redPacket(String greeting, Message message, Guest guest) {
    return switch (guest.switched(Switch.RED_PACKETS)) {
      case NOTE ->
          Note.of(new Fact.RedPacketSeen(guest.is(message.from())), wording(guest).language());
      case APP -> new RedPacket(greeting);
    };
  }

  private MessageKind quote(String text, MessageId of, Guest guest) {
    Optional<Message> original = world.messages().find(of);
    String name = original.map(message -> shownName(message.from(), guest)).orElse("");
    String words = original.map(message -> wording(guest).shortOf(message.content())).orElse("");
    boolean told = guest.switched(Switch.QUOTES) == QuoteForm.APP;
    var id =
        told ? new dev.hongyan.protocol.MessageId(of.value()) : dev.hongyan.protocol.MessageId.NONE;
    return new Quote(name, words, text, id);
  }

  private static MessageKind articles(AppContent.Articles articles) {
    return new Articles(
        articles.articles().stream()
            .map(
                a -> new Articles.Article(a.title(), a.url(), a.published(), a.cover(), a.digest()))
            .toList());
  }

  private static MessageKind.Call.Stage stage(Content.Call.Stage stage) {
    return switch (stage) {
      case RINGING -> MessageKind.Call.Stage.INVITED;
      case ENDED -> MessageKind.Call.Stage.ENDED;
    };
  }

  private MessageKind recall(MessageId of, Message message, Guest guest) {
    boolean mine = guest.is(message.from());
    String text =
        mine
            ? wording(guest).recalledByMe()
            : wording(guest).recalledBy(shownName(message.from(), guest));
    String chat =
        message.to() instanceof RoomId || mine
            ? cards.realId(message.to())
            : cards.realId(message.from());
    return new Recall(new dev.hongyan.protocol.MessageId(of.value()), text, chat);
  }

  /** What the guest calls somebody. */
  private String shownName(AccountId id, Guest guest) {
    return world
        .contacts()
        .find(guest.account().id(), id)
        .map(dev.hongyan.server.world.Contact::remark)
        .filter(remark -> !remark.isEmpty())
        .orElseGet(() -> world.accounts().account(id).profile().nickName());
  }

  private static Wording wording(Guest guest) {
    return Wording.of(guest.account());
  }

  /** Anybody's real id, by his name in this session. */
  String realId(UserName name, Guest guest) {
    return cards.open(name, guest).map(cards::realId).orElse(name.value());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.message.Location;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.OutgoingEmoticon;
import dev.hongyan.protocol.message.OutgoingFile;
import dev.hongyan.protocol.message.OutgoingPicture;
import dev.hongyan.protocol.message.OutgoingText;
import dev.hongyan.protocol.message.OutgoingVideo;
import dev.hongyan.server.world.AttachedContent;
import dev.hongyan.server.world.Attachment;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Message;
import java.util.Optional;
import java.util.regex.Pattern;

/** What messages say that web clients send (protocol reference 3.12 to 3.16). */
record SentContents(GuestMedia media, Violations violations) {

  private static final int PICTURE = 3;
  private static final int VIDEO = 43;
  private static final Pattern MD5 = Pattern.compile("[0-9a-fA-F]{32}");

  Content of(OutgoingText text, Guest guest) throws UnsendableException {
    if (!text.isLocation()) {
      return new Content.Text(text.content());
    }
    return switch (GuestMedia.kind(text.content(), MessageKind.TEXT, MessageKind.LOCATION)) {
      case Location place when isSomewhere(place) ->
          new Content.Location(place.latitude(), place.longitude(), place.label(), place.poiName());
      default -> throw unsendable(Breach.WRONG_FIELD, "Content", guest);
    };
  }

  private static boolean isSomewhere(Location place) {
    return !place.label().isEmpty() || place.latitude() != 0 || place.longitude() != 0;
  }

  Content of(OutgoingPicture picture, Guest guest) throws UnsendableException {
    return picture.mediaId().isEmpty()
        ? forwarded(picture.received(), PICTURE, AttachedContent.Picture.class, guest)
        : new AttachedContent.Picture(attachment(picture.mediaId(), guest));
  }

  Content of(OutgoingVideo video, Guest guest) throws UnsendableException {
    if (video.mediaId().isEmpty()) {
      return forwarded(video.received(), VIDEO, AttachedContent.Video.class, guest);
    }
    Attachment file = attachment(video.mediaId(), guest);
    return new AttachedContent.Video(
        file, file.media().length(), video.isShort(), Optional.empty());
  }

  Content of(OutgoingEmoticon emoticon, Guest guest) throws UnsendableException {
    if (!emoticon.mediaId().isEmpty()) {
      return new AttachedContent.Emoticon(attachment(emoticon.mediaId(), guest));
    }
    if (!MD5.matcher(emoticon.md5()).matches()) {
      throw unsendable(Breach.WRONG_FIELD, "EMoticonMd5", guest);
    }
    // One that he has seen is sent with its picture; any other may be the store's.
    return media
        .showing(emoticon.md5(), 0, guest)
        .map(Message::content)
        .flatMap(Content::attachment)
        .<Content>map(AttachedContent.Emoticon::new)
        .orElseGet(() -> new Content.Sticker(emoticon.md5()));
  }

  /** The size is that of what was uploaded: some clients tell another one (3.16). */
  Content of(OutgoingFile file, Guest guest) throws UnsendableException {
    Attachment uploaded = attachment(file.card().mediaId(), guest);
    String title = file.card().title();
    return new AttachedContent.File(
        new Attachment(uploaded.media(), title.isEmpty() ? uploaded.name() : title));
  }

  private Attachment attachment(String mediaId, Guest guest) throws UnsendableException {
    return media
        .of(mediaId, guest)
        .orElseThrow(() -> unsendable(Breach.UNKNOWN_MEDIA, "MediaId", guest));
  }

  private Content forwarded(String received, int type, Class<? extends Content> kind, Guest guest)
      throws UnsendableException {
    return media
        .again(received, type, guest)
        .filter(kind::isInstance)
        .orElseThrow(() -> unsendable(Breach.UNKNOWN_MEDIA, "Content", guest));
  }

  private UnsendableException unsendable(Breach breach, String field, Guest guest) {
    violations.add(breach, guest, field);
    return new UnsendableException(field);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.MediaFields;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.Picture;
import dev.hongyan.protocol.message.Recommendation;
import dev.hongyan.protocol.message.StatusNote;
import dev.hongyan.protocol.message.Video;
import dev.hongyan.protocol.message.WireText;
import dev.hongyan.server.world.Attachment;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.MediaHandle;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.World;
import java.time.Instant;
import java.util.Optional;

/** What media a guest may send and fetch: what he has uploaded, and what came to his phone. */
record GuestMedia(World world) {

  /** The content of a media id. */
  Optional<Attachment> of(String mediaId, Guest guest) {
    return guest
        .session()
        .mediaHandles()
        .open(mediaId)
        .flatMap(handle ->
            switch (handle) {
              case MediaHandle.Uploaded(var number) ->
                  world.media().upload(guest.account().id(), number);
              case MediaHandle.Received(var message) ->
                  world
                      .messages()
                      .find(guest.account().id(), message)
                      .flatMap(found -> found.content().attachment());
            });
  }

  /** A message on the guest's phone. */
  Optional<Message> message(MessageId id, Guest guest) {
    return world
        .messages()
        .find(guest.account().id(), new dev.hongyan.server.world.MessageId(id.value()));
  }

  /**
   * What a message said whose content the guest sends again (3.13): a text without structure is the
   * name of the message, XML tells the MD5.
   *
   * @param type of the message, protocol reference 5.3
   */
  Optional<Content> again(String content, int type, Guest guest) {
    Optional<Message> named =
        guest
            .session()
            .mediaHandles()
            .openContent(content)
            .flatMap(id -> world.messages().find(guest.account().id(), id));
    return named.or(() -> described(content, type, guest)).map(Message::content);
  }

  private Optional<Message> described(String xml, int type, Guest guest) {
    return switch (kind(xml, type, 0)) {
      case Picture picture -> showing(picture.md5(), picture.size(), guest);
      case Video video -> showing(video.md5(), video.size(), guest);
      default -> Optional.empty();
    };
  }

  /**
   * What somebody says that a message was: read as if it came.
   *
   * @param type protocol reference 5.3
   * @param subType 48 for a location
   */
  static MessageKind kind(String xml, int type, int subType) {
    MessageItem item =
        new MessageItem(
            MessageId.NONE,
            UserName.NONE,
            UserName.NONE,
            type,
            "",
            0,
            Instant.EPOCH,
            MediaFields.NONE,
            0,
            StatusNote.NONE,
            Recommendation.NONE,
            subType,
            xml);
    return MessageKind.of(item, WireText.encode(xml));
  }

  /** The newest message on the guest's phone with this content. */
  Optional<Message> showing(String md5, long size, Guest guest) {
    return md5.isEmpty()
        ? Optional.empty()
        : world.messages().showing(guest.account().id(), md5, size);
  }
}

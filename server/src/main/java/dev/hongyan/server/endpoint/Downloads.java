// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.media.ByteRange;
import dev.hongyan.protocol.media.ContentRange;
import dev.hongyan.protocol.media.FileDownload;
import dev.hongyan.protocol.media.HeadImage;
import dev.hongyan.protocol.media.Media;
import dev.hongyan.protocol.media.Media.Headings;
import dev.hongyan.protocol.media.PictureDownload;
import dev.hongyan.protocol.media.StreamRequest;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.AttachedContent;
import dev.hongyan.server.world.Attachment;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.RoomId;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds what guests download: of messages that are on their phones, and of nothing else. What they
 * may not have is answered as what is not there: nothing (protocol reference 3.20).
 */
record Downloads(
    World world,
    ContactCards cards,
    GuestMedia media,
    Thumbnails thumbnails,
    EmptyBodies empty,
    Violations violations) {

  private static final String JPEG = "image/jpeg";

  /** As browsers are told about videos (3.22). */
  private static final Instant LONG_AGO = Instant.EPOCH;

  /** A download, or a range that its file does not have. */
  sealed interface Found {

    /** A download. */
    record Some(Media media) implements Found {}

    /** A range beyond the end. */
    record Beyond(long size) implements Found {}

    /** What is not there. */
    static Found nothing() {
      return new Some(Media.NONE);
    }
  }

  Found picture(PictureDownload.Request question, Guest guest) {
    Optional<Message> message = message(question.id(), guest);
    if (message.isEmpty()) {
      return Found.nothing();
    }
    boolean small = question.size() == PictureDownload.Size.THUMBNAIL;
    Optional<Media> found =
        switch (message.get().content()) {
          case AttachedContent.Picture(var file) -> Optional.of(small ? small(file) : whole(file));
          case AttachedContent.Emoticon(var file) -> Optional.of(whole(file));
          case AttachedContent.Video video -> Optional.of(cover(video));
          default -> Optional.empty();
        };
    return found
        .<Found>map(picture ->
            new Found.Some(picture.with(about("", message.get().time(), tag(message.get())))))
        .orElseGet(Found::nothing);
  }

  private Media whole(Attachment file) {
    return Media.of(file.media().isPicture() ? file.media().contentType() : JPEG, body(file));
  }

  private Media small(Attachment file) {
    try {
      return Media.of(JPEG, Body.of(thumbnails.of(file.media())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Media cover(AttachedContent.Video video) {
    return video
        .cover()
        .map(cover -> small(new Attachment(cover, "")))
        .orElseGet(() -> Media.of(JPEG, Body.of(thumbnails.blank(video.file().media()))));
  }

  Found voice(StreamRequest question, Guest guest) {
    return message(question.id(), guest)
        .filter(message -> message.content() instanceof AttachedContent.Voice)
        .map(message -> ranged("audio/mp3", message, message.time(), question.range()))
        .orElseGet(Found::nothing);
  }

  Found video(StreamRequest question, Guest guest) {
    if (question.range().isEmpty()) {
      violations.add(Breach.RANGE_MISSING, guest, "Range");
    }
    boolean refused = question.range().isEmpty() && guest.switched(Switch.VIDEO_RANGE);
    return message(question.id(), guest)
        .filter(message -> message.content() instanceof AttachedContent.Video)
        .map(message ->
            refused
                ? new Found.Some(Media.of("video/mp4", Body.EMPTY))
                : ranged("video/mp4", message, LONG_AGO, question.range()))
        .orElseGet(Found::nothing);
  }

  private Found ranged(
      String contentType, Message message, Instant modified, Optional<ByteRange> range) {
    Body body = body(message.content().attachment().orElseThrow());
    Headings about = about("", modified, tag(message));
    if (range.isEmpty()) {
      return new Found.Some(Media.of(contentType, body).with(about));
    }
    Optional<ContentRange> part = range.get().within(body.length());
    return part.<Found>map(p -> new Found.Some(Media.of(contentType, body, p).with(about)))
        .orElseGet(() -> new Found.Beyond(body.length()));
  }

  Found file(FileDownload.Request question, Optional<ByteRange> range, Guest guest) {
    Optional<Attachment> file = media.of(question.mediaId(), guest);
    if (file.isEmpty()) {
      violations.add(Breach.UNKNOWN_MEDIA, guest, "mediaid");
      return Found.nothing();
    }
    Body body = body(file.get());
    String contentType = file.get().media().contentType();
    Headings about = new Headings(file.get().name(), Optional.empty(), "", 0);
    Optional<ContentRange> part = range.flatMap(wanted -> wanted.within(body.length()));
    if (range.isPresent() && part.isEmpty()) {
      return new Found.Beyond(body.length());
    }
    return new Found.Some(
        part.map(p -> Media.of(contentType, body, p))
            .orElseGet(() -> Media.of(contentType, body))
            .with(about));
  }

  /** Whoever has been told a name may see the face: names of one session mean nothing else. */
  Found face(HeadImage question, Guest guest) {
    return cards
        .open(question.userName(), guest)
        .flatMap(id ->
            switch (id) {
              case AccountId account ->
                  world
                      .accounts()
                      .find(account)
                      .map(a -> question.isLarge() ? Avatars.drawLarge(a) : Avatars.draw(a));
              case RoomId room -> world.rooms().find(room).map(Avatars::draw);
            })
        .<Found>map(bytes ->
            new Found.Some(
                Media.of(JPEG, Body.of(bytes))
                    .with(new Headings("", Optional.of(LONG_AGO), "", Headings.WEEK))))
        .orElseGet(Found::nothing);
  }

  Found map(MessageId id, Guest guest) {
    return message(id, guest)
        .map(Message::content)
        .filter(Content.Location.class::isInstance)
        .map(Content.Location.class::cast)
        .<Found>map(place ->
            new Found.Some(
                Media.of(JPEG, Body.of(thumbnails.map(place.latitude(), place.longitude())))))
        .orElseGet(Found::nothing);
  }

  private Optional<Message> message(MessageId id, Guest guest) {
    Optional<Message> message = media.message(id, guest);
    if (message.isEmpty()) {
      violations.add(Breach.UNKNOWN_MEDIA, guest, "MsgID");
    }
    return message.filter(found -> !empty.isNext(guest, found.id()));
  }

  private Body body(Attachment file) {
    return Body.of(file.media().size(), () -> world.media().open(file.media()));
  }

  private static String tag(Message message) {
    return message.content().attachment().map(file -> "\"" + file.media().md5() + "\"").orElse("");
  }

  private static Headings about(String name, Instant modified, String tag) {
    return new Headings(name, Optional.of(modified), tag, Headings.WEEK);
  }
}

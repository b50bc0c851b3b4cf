// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.media;

import dev.hongyan.client.session.MediaSink;
import dev.hongyan.client.session.Session;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.media.ByteRange;
import dev.hongyan.protocol.media.FileDownload;
import dev.hongyan.protocol.media.HeadImage;
import dev.hongyan.protocol.media.HeadImageDownload;
import dev.hongyan.protocol.media.IconDownload;
import dev.hongyan.protocol.media.Media;
import dev.hongyan.protocol.media.PictureDownload;
import dev.hongyan.protocol.media.StreamRequest;
import dev.hongyan.protocol.media.VideoDownload;
import dev.hongyan.protocol.media.VoiceDownload;
import dev.hongyan.protocol.message.Emoticon;
import dev.hongyan.protocol.message.FileShare;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.Picture;
import dev.hongyan.protocol.message.Video;
import dev.hongyan.protocol.message.Voice;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that can be downloaded.
 *
 * @param call wire name of the call that brings it
 * @param name what to call it, as somebody else chose it; without an ending where that depends on
 *     the bytes
 * @param hasEnding whether the name is whole
 * @param promised how many bytes it should have, as the message says; 0 if it does not
 * @param fetch brings it from a byte on, or all of it where that cannot be asked for
 */
public record MediaSource(String call, String name, boolean hasEnding, long promised, Fetch fetch) {

  /** Makes the call. */
  @FunctionalInterface
  public interface Fetch {
    /** Lets the bytes from this one on flow into the sink, or all of them. */
    void from(long position, MediaSink sink) throws InterruptedException;
  }

  /**
   * What can be downloaded of a message; nothing of a text, say.
   *
   * @param item the message as it came
   */
  public static Optional<MediaSource> of(Session session, MessageItem item, MessageKind kind) {
    MessageId id = item.id();
    return switch (kind) {
      case Picture _ -> Optional.of(picture(session, id, PictureDownload.Size.FULL));
      case Emoticon _ -> Optional.of(picture(session, id, PictureDownload.Size.EMOTICON));
      case Voice _ -> Optional.of(stream(session, VoiceDownload.CALL, id));
      case Video _ -> Optional.of(stream(session, VideoDownload.CALL, id));
      case FileShare file -> Optional.of(file(session, file, item.from()));
      default -> Optional.empty();
    };
  }

  /** The picture of a message, or the cover of its video. */
  public static MediaSource picture(Session session, MessageId id, PictureDownload.Size size) {
    return whole(
        session,
        PictureDownload.CALL,
        id.toString(),
        keys -> new PictureDownload.Request(id, size, keys.base().skey()));
  }

  private static MediaSource stream(
      Session session, Call<StreamRequest, Media> call, MessageId id) {
    return new MediaSource(
        call.name(),
        id.toString(),
        false,
        0,
        (position, sink) ->
            session.fetch(
                call,
                keys ->
                    new StreamRequest(
                        id, keys.base().skey(), Optional.of(ByteRange.from(position))),
                sink));
  }

  /**
   * A file.
   *
   * @param from whom the message is from; the room if it came in one
   */
  public static MediaSource file(Session session, FileShare file, UserName from) {
    return new MediaSource(
        FileDownload.CALL.name(),
        file.name(),
        true,
        file.size(),
        (_, sink) ->
            session.fetch(
                FileDownload.CALL,
                keys ->
                    new FileDownload.Request(
                        from,
                        file.mediaId(),
                        file.encodedName(),
                        Long.toString(keys.base().uin()),
                        keys.passTicket(),
                        keys.dataTicket(),
                        keys.base().sid()),
                sink));
  }

  /**
   * The picture of a person, an official account or a room.
   *
   * @param address as the contact has it; empty if it is not known
   */
  public static MediaSource avatar(Session session, UserName owner, String address) {
    return whole(
        session,
        owner.isRoom() ? HeadImageDownload.CALL : IconDownload.CALL,
        "avatar",
        keys ->
            HeadImage.ofAddress(address, keys.base().skey())
                .orElseGet(() -> HeadImage.of(owner, keys.base().skey())));
  }

  /**
   * The picture of a member of a room.
   *
   * @param room the room's encrypted id
   */
  public static MediaSource memberAvatar(Session session, UserName member, String room) {
    return whole(
        session,
        IconDownload.CALL,
        "avatar",
        keys -> HeadImage.ofMember(member, room, keys.base().skey()));
  }

  private static <Q> MediaSource whole(
      Session session, Call<Q, Media> call, String name, Function<Session.Keys, Q> question) {
    return new MediaSource(
        call.name(), name, false, 0, (_, sink) -> session.fetch(call, question, sink));
  }

  /** The call only: names are people's words. */
  @Override
  public String toString() {
    return call;
  }
}

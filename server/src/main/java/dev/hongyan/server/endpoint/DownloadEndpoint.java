// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.media.ByteRange;
import dev.hongyan.protocol.media.FileDownload;
import dev.hongyan.protocol.media.HeadImageDownload;
import dev.hongyan.protocol.media.IconDownload;
import dev.hongyan.protocol.media.LocationPicture;
import dev.hongyan.protocol.media.Media;
import dev.hongyan.protocol.media.PictureDownload;
import dev.hongyan.protocol.media.VideoDownload;
import dev.hongyan.protocol.media.VoiceDownload;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Gives media of one kind (protocol reference 3.20 to 3.24, 3.32).
 *
 * @param claims what a question says about who asks, beside his cookies
 * @param search finds it
 */
record DownloadEndpoint<Q>(
    Call<Q, Media> call,
    Function<Q, SessionEndpoint.Claim> claims,
    BiFunction<Q, Guest, Downloads.Found> search,
    SessionCheck check)
    implements SessionEndpoint<Q, Media> {

  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** One for each kind. */
  static List<DownloadEndpoint<?>> all(
      Downloads downloads, DataTickets tickets, SessionCheck check) {
    return List.of(
        new DownloadEndpoint<>(
            PictureDownload.CALL, q -> withKey(q.skey()), downloads::picture, check),
        new DownloadEndpoint<>(VoiceDownload.CALL, q -> withKey(q.skey()), downloads::voice, check),
        new DownloadEndpoint<>(VideoDownload.CALL, q -> withKey(q.skey()), downloads::video, check),
        new DownloadEndpoint<>(
            FileDownload.CALL,
            q -> withTicket(q, tickets),
            (q, guest) -> {
              tickets.compare(q.dataTicket(), guest);
              return downloads.file(q, range(guest), guest);
            },
            check),
        new DownloadEndpoint<>(
            IconDownload.CALL, q -> cookiesOnly(q.skey()), downloads::face, check),
        new DownloadEndpoint<>(
            HeadImageDownload.CALL, q -> cookiesOnly(q.skey()), downloads::face, check),
        new DownloadEndpoint<>(
            LocationPicture.CALL, q -> cookiesOnly(Secret.NONE), downloads::map, check));
  }

  private static Claim withKey(Secret skey) {
    return new Claim(base(skey), Secret.NONE, EnumSet.of(Needed.SKEY));
  }

  /** The addresses of faces in batch answers have an empty key (3.24). */
  private static Claim cookiesOnly(Secret skey) {
    return new Claim(base(skey), Secret.NONE, EnumSet.noneOf(Needed.class));
  }

  private static Claim withTicket(FileDownload.Request question, DataTickets tickets) {
    return new Claim(
        tickets.owner(question.dataTicket()),
        question.passTicket(),
        EnumSet.of(Needed.PASS_TICKET));
  }

  private static BaseRequest base(Secret skey) {
    return new BaseRequest(0, Secret.NONE, skey, BaseRequest.NONE.deviceId());
  }

  private static Optional<ByteRange> range(Guest guest) {
    return guest.visit().request().headers().first("Range").flatMap(ByteRange::parse);
  }

  @Override
  public Claim claim(Q question) {
    return claims.apply(question);
  }

  /** Who may not have it hears what everybody hears of what is not there. */
  @Override
  public Media refused(Status status) {
    return Media.NONE;
  }

  @Override
  public WebReply answer(Q question, Guest guest) {
    return switch (search.apply(question, guest)) {
      case Downloads.Found.Some(Media media) -> safe(call.answer(media));
      case Downloads.Found.Beyond(long size) ->
          new WebReply(
              RANGE_NOT_SATISFIABLE,
              Headers.NONE.and("Content-Range", "bytes */" + size),
              Body.EMPTY);
    };
  }

  /** What people send is not to run in somebody's browser. */
  private static WebReply safe(WebReply reply) {
    return new WebReply(
        reply.status(), reply.headers().and("X-Content-Type-Options", "nosniff"), reply.body());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.recording;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.MalformedRequestException;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.SetCookie;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.protocol.login.CodePicture;
import dev.hongyan.protocol.login.LoginCookies;
import dev.hongyan.protocol.media.Media;
import dev.hongyan.protocol.recording.RecordedExchange.Answered;
import dev.hongyan.protocol.recording.RecordedExchange.Asked;
import dev.hongyan.protocol.recording.RecordedExchange.Cookie;
import dev.hongyan.protocol.shape.Revision.Kind;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes exchanges fit to be shown to others. What a call's own description understands is read,
 * redacted and written anew; everything else is dropped: paths of no call, headers, bodies that
 * make no sense. Of media only the kind and the number of their bytes stay. The same is replaced by
 * the same throughout one redactor. Not safe for use by many threads.
 */
public final class Redactor {

  /** Fixed, so that a request tells nothing of when and as what it was made. */
  private static final Origin NOWHERE = new Origin("https", "wx.qq.com");

  /** The cookies that mean something (protocol reference 3.4, 3.11). */
  private static final Set<String> COOKIES =
      Set.of(
          LoginCookies.UIN,
          LoginCookies.SID,
          LoginCookies.DATA_TICKET,
          LoginCookies.UVID,
          LoginCookies.AUTH_TICKET,
          "wxloadtime",
          "mm_lang",
          "wxpluginkey");

  private final Redaction redaction = new Redaction();
  private Optional<Instant> first = Optional.empty();

  /** For one recording, which has seen nothing yet. */
  public Redactor() {}

  /**
   * Redacts one exchange.
   *
   * @param reply nothing if none came
   * @param asked when the request was made
   */
  public RecordedExchange redact(
      WebRequest request, Optional<WebReply> reply, Instant asked, Duration took) {
    first = first.or(() -> Optional.of(asked));
    long millis = Duration.between(first.get(), asked).toMillis();
    Optional<Call<?, ?>> call = Catalog.ofPath(request.path());
    if (call.isEmpty()) {
      return new RecordedExchange(
          "", "", millis, took.toMillis(), unknown(request), dropped(reply, "no call"));
    }
    return new RecordedExchange(
        call.get().name(),
        redaction.text(Kind.ID, SessionOfRequest.of(request)),
        millis,
        took.toMillis(),
        asked(call.get(), request),
        answered(call.get(), reply));
  }

  private static Asked unknown(WebRequest request) {
    return new Asked("", "", "", "", request.body().length());
  }

  private Asked asked(Call<?, ?> call, WebRequest request) {
    long bytes = request.body().length();
    try {
      WebRequest bare =
          new WebRequest(
              request.method(),
              NOWHERE.scheme(),
              NOWHERE.authority(),
              request.path(),
              request.query(),
              contentType(request.headers()),
              request.body());
      WebRequest revised = call.revised(bare, redaction, new CallContext(0, "", ""));
      return new Asked(
          revised.method(), revised.path(), revised.query(), revised.body().text(), bytes);
    } catch (MalformedRequestException | UncheckedIOException | IllegalStateException _) {
      return new Asked("", call.path(), "", "", bytes);
    }
  }

  private static Headers contentType(Headers headers) {
    return headers
        .first("Content-Type")
        .map(type -> Headers.NONE.and("Content-Type", type))
        .orElse(Headers.NONE);
  }

  private Answered answered(Call<?, ?> call, Optional<WebReply> reply) {
    if (reply.isEmpty()) {
      return dropped(reply, "no reply");
    }
    WebReply came = reply.get();
    List<Cookie> cookies = cookies(came.headers());
    long bytes = came.body().length();
    try {
      Optional<WebReply> revised =
          came.status() >= 400 ? Optional.empty() : call.revised(came, redaction);
      if (revised.isPresent()) {
        String type = revised.get().headers().first("Content-Type").orElse("");
        String body = revised.get().body().text();
        return new Answered(came.status(), type, cookies, body, bytes, "", RecordedMedia.NONE);
      }
      return came.status() >= 400
          ? dropped(came, cookies, "an error")
          : media(call.reply(came), came, cookies);
    } catch (MalformedReplyException | IllegalStateException _) {
      return dropped(came, cookies, "no sense");
    }
  }

  /** Of bytes only their kind and number stay. */
  private Answered media(Object answer, WebReply came, List<Cookie> cookies) {
    return switch (answer) {
      case Media media -> {
        String name = redaction.text(Kind.TEXT, media.about().fileName());
        RecordedMedia kept = RecordedMedia.of(media, name);
        yield media(kept, InventedMedia.contentType(media.contentType()), came, cookies);
      }
      case CodePicture.Picture picture when picture.isPresent() ->
          media(
              new RecordedMedia(RecordedMedia.CODE, "", ""),
              InventedMedia.contentType(picture.contentType()),
              came,
              cookies);
      default -> dropped(came, cookies, "no members");
    };
  }

  private static Answered media(
      RecordedMedia kept, String type, WebReply came, List<Cookie> cookies) {
    return new Answered(came.status(), type, cookies, "", came.body().length(), "", kept);
  }

  private static Answered dropped(WebReply came, List<Cookie> cookies, String why) {
    return new Answered(
        came.status(), "", cookies, "", came.body().length(), why, RecordedMedia.NONE);
  }

  private static Answered dropped(Optional<WebReply> reply, String why) {
    return new Answered(
        reply.map(WebReply::status).orElse(0),
        "",
        List.of(),
        "",
        reply.map(r -> r.body().length()).orElse(0L),
        why,
        RecordedMedia.NONE);
  }

  private List<Cookie> cookies(Headers headers) {
    List<Cookie> cookies = new ArrayList<>();
    for (String line : headers.all("Set-Cookie")) {
      SetCookie.parse(line, Instant.EPOCH)
          .filter(cookie -> COOKIES.contains(cookie.name().toLowerCase(Locale.ROOT)))
          .map(cookie ->
              new Cookie(
                  cookie.name().toLowerCase(Locale.ROOT),
                  redaction.text(Kind.SECRET, cookie.value())))
          .ifPresent(cookies::add);
    }
    return cookies;
  }
}

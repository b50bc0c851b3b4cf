// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.media.EncodedName;
import dev.hongyan.server.world.AttachedContent;
import dev.hongyan.server.world.Attachment;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Media;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.World;
import java.util.Optional;

/** What a message came with. */
record ReadMedia(World world) implements PhoneCall {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "media/";
  }

  @Override
  public WebReply answer(Ask ask) {
    Content content =
        world
            .messages()
            .find(SaidContent.id("media", ask.name()))
            .map(Message::content)
            .orElseThrow(() -> Problem.unknown("there is no message of this id"));
    Attachment file =
        switch (ask.maybeParameter("part").orElse("content")) {
          case "content" ->
              content
                  .attachment()
                  .orElseThrow(() -> Problem.unknown("this message came with nothing"));
          case "cover" -> cover(content);
          default -> throw Problem.field("part", "must be content or cover");
        };
    Media media = file.media();
    String name = EncodedName.encode(file.name());
    Headers headers =
        Headers.NONE
            .and("Content-Type", media.contentType())
            .and("Content-Disposition", "attachment; filename*=UTF-8''" + name)
            .and("X-Content-Type-Options", "nosniff")
            .and("Cache-Control", "private, max-age=604800, immutable");
    return new WebReply(200, headers, Body.of(media.size(), () -> world.media().open(media)));
  }

  private static Attachment cover(Content content) {
    Optional<Media> cover =
        content instanceof AttachedContent.Video video ? video.cover() : Optional.empty();
    return cover
        .map(media -> new Attachment(media, "cover.jpg"))
        .orElseThrow(() -> Problem.unknown("this message has no cover"));
  }
}

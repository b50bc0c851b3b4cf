// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.media.EncodedName;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Media;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.World;

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
    Content.Attachment file =
        world
            .messages()
            .find(SaidContent.id("media", ask.name()))
            .map(Message::content)
            .flatMap(Content::attachment)
            .orElseThrow(() -> Problem.unknown("no message of this id came with anything"));
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
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.Media;
import dev.hongyan.server.world.MediaKind;
import dev.hongyan.server.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Takes a file of any size as it is, for a message that names it: base64 is a third longer, and
 * stands in memory as a whole.
 */
record KeepUpload(World world) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "uploads";
  }

  @Override
  public boolean takesBytes() {
    return true;
  }

  @Override
  public WebReply answer(Ask ask) {
    Account account = new Directory(world).actor("account", ask.parameter("account"));
    String name = ask.maybeParameter("name").orElse("file");
    if (ask.body().length() == 0) {
      throw Problem.shape("the content is empty");
    }
    if (ask.body().length() > MediaKind.FILE.limit()) {
      throw Problem.tooLarge("the content has more than " + MediaKind.FILE.limit() + " bytes");
    }
    try (InputStream content = ask.body().open()) {
      Media media = world.media().keep(content, MediaKind.FILE);
      return Replies.created(Long.toString(world.media().noteUpload(account.id(), media, name)));
    } catch (IOException e) {
      throw new UncheckedIOException("an upload cannot be read", e);
    }
  }

  /** What an upload is called. */
  static long number(String field, String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw Problem.field(field, "is not the id of an upload");
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.media.MediaClass;
import dev.hongyan.protocol.media.UploadFile;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.server.world.MediaKind;
import dev.hongyan.server.world.UploadPart;
import java.util.Locale;
import java.util.Optional;

/** Takes files whole or in chunks, one after another (protocol reference 3.18). */
record UploadEndpoint(UploadIntake intake, DataTickets tickets, SessionCheck check)
    implements SessionEndpoint<UploadMedia.Request, UploadMedia.Reply> {

  @Override
  public Call<UploadMedia.Request, UploadMedia.Reply> call() {
    return UploadMedia.CALL;
  }

  @Override
  public Claim claim(UploadMedia.Request question) {
    return Claim.of(question.base(), question.passTicket());
  }

  @Override
  public UploadMedia.Reply refused(Status status) {
    return UploadMedia.Reply.refused(status);
  }

  @Override
  public WebReply answer(UploadMedia.Request question, Guest guest) {
    tickets.compare(question.dataTicket(), guest);
    UploadFile file = question.file();
    UploadPart part =
        new UploadPart(
            guest.account().id(),
            Long.toString(question.clientMediaId()),
            file.name(),
            kind(file.mediaClass()),
            md5(file.md5()),
            file.size(),
            question.chunk().index(),
            question.chunk().count(),
            false);
    return call().answer(intake.take(part, question.chunk().bytes(), question.permit(), guest));
  }

  static Optional<String> md5(String told) {
    return told.isEmpty() ? Optional.empty() : Optional.of(told.toLowerCase(Locale.ROOT));
  }

  private static MediaKind kind(MediaClass told) {
    return switch (told) {
      case PICTURE -> MediaKind.PICTURE;
      case VIDEO -> MediaKind.VIDEO;
      case DOCUMENT -> MediaKind.FILE;
    };
  }
}

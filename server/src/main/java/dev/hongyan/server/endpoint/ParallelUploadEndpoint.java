// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.media.UploadParallel;
import dev.hongyan.server.world.MediaKind;
import dev.hongyan.server.world.UploadPart;

/** Takes chunks of large files in any order (protocol reference 11). */
record ParallelUploadEndpoint(UploadIntake intake, DataTickets tickets, SessionCheck check)
    implements SessionEndpoint<UploadParallel.Request, UploadMedia.Reply> {

  @Override
  public Call<UploadParallel.Request, UploadMedia.Reply> call() {
    return UploadParallel.CALL;
  }

  @Override
  public Claim claim(UploadParallel.Request question) {
    return Claim.of(question.base(), question.passTicket());
  }

  @Override
  public UploadMedia.Reply refused(Status status) {
    return UploadMedia.Reply.refused(status);
  }

  @Override
  public WebReply answer(UploadParallel.Request question, Guest guest) {
    tickets.compare(question.dataTicket(), guest);
    UploadPart part =
        new UploadPart(
            guest.account().id(),
            // Nothing else tells which parts belong together.
            "parallel " + question.md5(),
            question.fileName(),
            MediaKind.FILE,
            UploadEndpoint.md5(question.md5()),
            question.size(),
            question.chunk().index(),
            question.chunk().count(),
            true);
    return call().answer(intake.take(part, question.chunk().bytes(), question.permit(), guest));
  }
}

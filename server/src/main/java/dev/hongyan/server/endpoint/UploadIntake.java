// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.media.CheckUpload;
import dev.hongyan.protocol.media.EncodedName;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.media.UploadPermit;
import dev.hongyan.server.world.Attachment;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.Media;
import dev.hongyan.server.world.MediaHandle;
import dev.hongyan.server.world.MediaKind;
import dev.hongyan.server.world.UploadFault;
import dev.hongyan.server.world.UploadOutcome;
import dev.hongyan.server.world.UploadPart;
import dev.hongyan.server.world.World;
import java.io.IOException;
import java.io.InputStream;

/** Takes parts of files, whichever call brings them (protocol reference 3.18, 11). */
record UploadIntake(World world, Violations violations) {

  /** The longer side of the small picture of which the answer tells. */
  private static final int THUMBNAIL = 100;

  UploadMedia.Reply take(UploadPart part, Body bytes, UploadPermit permit, Guest guest) {
    if (part.size() > CheckUpload.THRESHOLD && !isPermitted(part, permit, guest)) {
      violations.add(Breach.UPLOAD_UNCHECKED, guest, "Signature");
      return refused();
    }
    return switch (add(part, bytes)) {
      case UploadOutcome.Unfinished() -> UploadMedia.Reply.next(EncodedName.encode(part.name()));
      case UploadOutcome.Finished(var number, var file) -> finished(part, number, file, guest);
      case UploadOutcome.Refused(var fault) -> {
        note(fault, guest);
        yield refused();
      }
    };
  }

  private static UploadMedia.Reply refused() {
    return UploadMedia.Reply.refused(Status.of(Retcode.PARAMETER_ERROR));
  }

  private static boolean isPermitted(UploadPart part, UploadPermit permit, Guest guest) {
    return part.size() > part.kind().limit() // refused for that instead
        || UploadPermits.isValid(permit, guest, part.md5().orElse(""), part.size());
  }

  private UploadOutcome add(UploadPart part, Body bytes) {
    try (InputStream in = bytes.open()) {
      return world.uploads().add(part, in);
    } catch (IOException e) {
      return new UploadOutcome.Refused(UploadFault.BROKEN);
    }
  }

  private static UploadMedia.Reply finished(
      UploadPart part, long number, Attachment file, Guest guest) {
    Media media = file.media();
    double scale = (double) THUMBNAIL / Math.max(1, Math.max(media.width(), media.height()));
    boolean shown = part.kind() != MediaKind.FILE;
    return new UploadMedia.Reply(
        Status.OK,
        guest.session().mediaHandles().of(new MediaHandle.Uploaded(number)),
        media.size(),
        shown ? (int) Math.round(media.height() * scale) : 0,
        shown ? (int) Math.round(media.width() * scale) : 0,
        EncodedName.encode(file.name()));
  }

  private void note(UploadFault fault, Guest guest) {
    switch (fault) {
      case EMPTY, TOO_LARGE -> violations.add(Breach.WRONG_UPLOAD_LENGTH, guest, "TotalLen");
      case WRONG_SIZE -> violations.add(Breach.WRONG_UPLOAD_CONTENT, guest, "TotalLen");
      case WRONG_MD5 -> violations.add(Breach.WRONG_UPLOAD_CONTENT, guest, "FileMd5");
      case WRONG_PART -> violations.add(Breach.WRONG_UPLOAD_PART, guest, "chunk");
      case NO_ROOM, BROKEN -> {} // not the client's fault
    }
  }
}

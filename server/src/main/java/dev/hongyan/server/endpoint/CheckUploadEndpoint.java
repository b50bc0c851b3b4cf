// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.media.CheckUpload;
import dev.hongyan.protocol.media.EncodedName;
import dev.hongyan.protocol.media.UploadPermit;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.Media;
import dev.hongyan.server.world.MediaHandle;
import dev.hongyan.server.world.MediaKind;
import dev.hongyan.server.world.World;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells whether a large file needs to be uploaded at all (protocol reference 3.19). */
record CheckUploadEndpoint(World world, SessionCheck check, Violations violations)
    implements SessionEndpoint<CheckUpload.Request, CheckUpload.Reply> {

  private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

  @Override
  public Call<CheckUpload.Request, CheckUpload.Reply> call() {
    return CheckUpload.CALL;
  }

  @Override
  public Claim claim(CheckUpload.Request question) {
    return new Claim(
        question.base(), Secret.NONE, EnumSet.of(Needed.SID, Needed.SKEY, Needed.DEVICE_ID));
  }

  @Override
  public CheckUpload.Reply refused(Status status) {
    return CheckUpload.Reply.refused(status);
  }

  @Override
  public WebReply answer(CheckUpload.Request question, Guest guest) {
    String md5 = question.md5().toLowerCase(Locale.ROOT);
    if (!MD5.matcher(md5).matches()) {
      violations.add(Breach.WRONG_FIELD, guest, "FileMd5");
      return call().answer(refused(Status.of(Retcode.PARAMETER_ERROR)));
    }
    if (question.size() <= 0 || question.size() > MediaKind.FILE.limit()) {
      violations.add(Breach.WRONG_UPLOAD_LENGTH, guest, "FileSize");
      return call().answer(refused(Status.of(Retcode.PARAMETER_ERROR)));
    }
    String name = EncodedName.encode(question.fileName());
    Optional<Media> known = world.media().find(md5, question.size());
    return call()
        .answer(
            new CheckUpload.Reply(
                Status.OK,
                known.map(media -> handle(media, question.fileName(), guest)).orElse(""),
                known.isPresent()
                    ? UploadPermit.NONE
                    : UploadPermits.of(guest, md5, question.size()),
                name));
  }

  /** From now on the account has it, as if it had uploaded it. */
  private String handle(Media media, String name, Guest guest) {
    long number = world.media().noteUpload(guest.account().id(), media, name);
    return guest.session().mediaHandles().of(new MediaHandle.Uploaded(number));
  }
}

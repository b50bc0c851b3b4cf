// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.catalog;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.contact.ContactOperation;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.contact.SearchContact;
import dev.hongyan.protocol.contact.VerifyContact;
import dev.hongyan.protocol.login.CodePicture;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.Logout;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.protocol.login.PushLogin;
import dev.hongyan.protocol.media.CheckUpload;
import dev.hongyan.protocol.media.FileDownload;
import dev.hongyan.protocol.media.HeadImageDownload;
import dev.hongyan.protocol.media.IconDownload;
import dev.hongyan.protocol.media.LocationPicture;
import dev.hongyan.protocol.media.PictureDownload;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.media.UploadParallel;
import dev.hongyan.protocol.media.VideoDownload;
import dev.hongyan.protocol.media.VoiceDownload;
import dev.hongyan.protocol.message.RecallMessage;
import dev.hongyan.protocol.message.SendEmoticon;
import dev.hongyan.protocol.message.SendFile;
import dev.hongyan.protocol.message.SendPicture;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.message.SendVideo;
import dev.hongyan.protocol.page.CheckUrl;
import dev.hongyan.protocol.page.Feedback;
import dev.hongyan.protocol.page.StatReport;
import dev.hongyan.protocol.room.ChangeRoom;
import dev.hongyan.protocol.room.CreateRoom;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import java.util.List;
import java.util.Optional;

/** Every call that this library knows, in the order of a session's life. */
public final class Catalog {

  private static final List<Call<?, ?>> CALLS =
      List.of(
          NewCode.CALL,
          CodePicture.CALL,
          LoginPoll.CALL,
          LoginPage.CALL,
          PushLogin.CALL,
          Init.CALL,
          StatusNotify.CALL,
          ContactPage.CALL,
          ContactBatch.CALL,
          SyncCheck.CALL,
          Sync.CALL,
          SendText.CALL,
          SendPicture.CALL,
          SendVideo.CALL,
          SendEmoticon.CALL,
          SendFile.CALL,
          RecallMessage.CALL,
          UploadMedia.CALL,
          CheckUpload.CALL,
          UploadParallel.CALL,
          PictureDownload.CALL,
          VoiceDownload.CALL,
          VideoDownload.CALL,
          FileDownload.CALL,
          IconDownload.CALL,
          HeadImageDownload.CALL,
          LocationPicture.CALL,
          ContactOperation.CALL,
          VerifyContact.CALL,
          SearchContact.CALL,
          CreateRoom.CALL,
          ChangeRoom.CALL,
          CheckUrl.CALL,
          StatReport.CALL,
          Feedback.CALL,
          Logout.CALL);

  private Catalog() {}

  /** All of them. */
  public static List<Call<?, ?>> calls() {
    return CALLS;
  }

  /** The call of this wire name. */
  public static Optional<Call<?, ?>> byName(String name) {
    for (Call<?, ?> call : CALLS) {
      if (call.name().equals(name)) {
        return Optional.of(call);
      }
    }
    return Optional.empty();
  }

  /** The call that is made at this path. */
  public static Optional<Call<?, ?>> ofPath(String path) {
    for (Call<?, ?> call : CALLS) {
      if (call.hasTail() ? path.startsWith(call.path()) : path.equals(call.path())) {
        return Optional.of(call);
      }
    }
    return Optional.empty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import dev.hongyan.client.media.UploadTrace;
import dev.hongyan.client.media.Uploader;
import dev.hongyan.client.message.Progress;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.message.SendOutcome.NotSent;
import dev.hongyan.client.message.SendOutcome.Refused;
import dev.hongyan.client.store.Outgoing;
import dev.hongyan.client.store.OutgoingContent.Attachment;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.media.UploadPermit;
import dev.hongyan.protocol.message.FileCard;
import dev.hongyan.protocol.message.OutgoingEmoticon;
import dev.hongyan.protocol.message.OutgoingFile;
import dev.hongyan.protocol.message.OutgoingPicture;
import dev.hongyan.protocol.message.OutgoingVideo;
import dev.hongyan.protocol.message.SendEmoticon;
import dev.hongyan.protocol.message.SendFile;
import dev.hongyan.protocol.message.SendPicture;
import dev.hongyan.protocol.message.SendVideo;

/** Sends files: uploads each, then sends what the server calls it (protocol reference 3.17). */
final class Parcels {

  private final Post post;
  private final Uploader uploader;

  Parcels(Post post, Uploader uploader) {
    this.post = post;
    this.uploader = uploader;
  }

  /** Sends a file; an id from an earlier process that the server has forgotten is got anew. */
  SendOutcome send(Outgoing message, Attachment attachment, UploadTrace trace, Progress progress)
      throws InterruptedException {
    UserName to = new UserName(message.chat());
    Uploader.Result result = uploader.upload(attachment, to, trace, progress);
    SendOutcome outcome = send(message, attachment, result);
    boolean isForgotten =
        result instanceof Uploader.Result.Done(_, _, var isRemembered)
            && isRemembered
            && outcome instanceof Refused(Retcode retcode, _)
            && retcode.policy() == Retcode.Policy.CALL_FAILED;
    return isForgotten
        ? send(message, attachment, uploader.upload(attachment, to, trace.afresh(), progress))
        : outcome;
  }

  private SendOutcome send(Outgoing message, Attachment attachment, Uploader.Result result)
      throws InterruptedException {
    return switch (result) {
      case Uploader.Result.Done(String mediaId, UploadPermit permit, _) ->
          send(message, attachment, mediaId, permit);
      case Uploader.Result.Refused(var status) -> post.refused(status);
      case Uploader.Result.Failed(var reason) -> new NotSent(reason);
    };
  }

  private SendOutcome send(
      Outgoing message, Attachment attachment, String mediaId, UploadPermit permit)
      throws InterruptedException {
    return switch (attachment.kind()) {
      case PICTURE ->
          post.send(SendPicture.CALL, message, e -> OutgoingPicture.uploaded(mediaId, e));
      case EMOTICON ->
          post.send(SendEmoticon.CALL, message, e -> OutgoingEmoticon.uploaded(mediaId, e));
      case VIDEO -> post.send(SendVideo.CALL, message, e -> OutgoingVideo.uploaded(mediaId, e));
      case FILE -> {
        String name = Uploader.name(attachment.file());
        FileCard card = FileCard.of(name, attachment.size(), mediaId);
        yield post.send(SendFile.CALL, message, e -> new OutgoingFile(card, permit.signature(), e));
      }
    };
  }
}

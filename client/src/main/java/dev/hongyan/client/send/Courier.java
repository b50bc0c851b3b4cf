// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import dev.hongyan.client.media.Downloader;
import dev.hongyan.client.media.UploadTrace;
import dev.hongyan.client.media.Uploader;
import dev.hongyan.client.message.Progress;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.store.Outgoing;
import dev.hongyan.client.store.OutgoingContent.Attachment;
import dev.hongyan.client.store.OutgoingContent.Forwarded;
import dev.hongyan.client.store.OutgoingContent.Words;
import dev.hongyan.protocol.message.OutgoingText;
import dev.hongyan.protocol.message.SendText;

/** Brings a message of the outbox to the server, by the calls that its content takes. */
public final class Courier {

  private final Post post;
  private final Parcels parcels;
  private final Forwards forwards;

  public Courier(
      Session session, Retry retry, Pacer pacer, Uploader uploader, Downloader downloader) {
    this.post = new Post(session, retry, pacer);
    this.parcels = new Parcels(post, uploader);
    this.forwards = new Forwards(session, post, parcels, downloader);
  }

  SendOutcome deliver(Outgoing message, UploadTrace trace, Progress progress)
      throws InterruptedException {
    return switch (message.content()) {
      case Words(String text) ->
          post.send(SendText.CALL, message, envelope -> OutgoingText.of(text, envelope));
      case Attachment attachment -> parcels.send(message, attachment, trace, progress);
      case Forwarded(String received) -> forwards.send(message, received, progress);
    };
  }
}

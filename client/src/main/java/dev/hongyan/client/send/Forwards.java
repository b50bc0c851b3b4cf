// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import dev.hongyan.client.media.Downloader;
import dev.hongyan.client.media.MediaSource;
import dev.hongyan.client.media.Placing;
import dev.hongyan.client.media.UploadTrace;
import dev.hongyan.client.message.FileKind;
import dev.hongyan.client.message.Progress;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.message.SendOutcome.NotSent;
import dev.hongyan.client.message.SendOutcome.NotSent.Reason;
import dev.hongyan.client.message.SendOutcome.Refused;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.store.Outgoing;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.MediaUnavailableException;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebWxException;
import dev.hongyan.protocol.message.Emoticon;
import dev.hongyan.protocol.message.Envelope;
import dev.hongyan.protocol.message.FileShare;
import dev.hongyan.protocol.message.Link;
import dev.hongyan.protocol.message.Location;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.MessageJson;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.Music;
import dev.hongyan.protocol.message.OutgoingEmoticon;
import dev.hongyan.protocol.message.OutgoingMessage;
import dev.hongyan.protocol.message.OutgoingPicture;
import dev.hongyan.protocol.message.OutgoingText;
import dev.hongyan.protocol.message.OutgoingVideo;
import dev.hongyan.protocol.message.Picture;
import dev.hongyan.protocol.message.Quote;
import dev.hongyan.protocol.message.RoomPrefix;
import dev.hongyan.protocol.message.SendEmoticon;
import dev.hongyan.protocol.message.SendPicture;
import dev.hongyan.protocol.message.SendReply;
import dev.hongyan.protocol.message.SendRequest;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.message.SendVideo;
import dev.hongyan.protocol.message.Video;
import dev.hongyan.protocol.message.Voice;
import dev.hongyan.protocol.message.WireText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends on what was received. Pictures and videos go by their description, as the web client sends
 * them on; where the service has given none, or does not take it, they are fetched and sent anew,
 * as files and voices always are (protocol reference 3.13, 3.17).
 */
final class Forwards {

  private static final Logger LOG = LoggerFactory.getLogger(Forwards.class);

  private final Session session;
  private final Post post;
  private final Parcels parcels;
  private final Downloader downloader;

  Forwards(Session session, Post post, Parcels parcels, Downloader downloader) {
    this.session = session;
    this.post = post;
    this.parcels = parcels;
    this.downloader = downloader;
  }

  SendOutcome send(Outgoing message, String received, Progress progress)
      throws InterruptedException {
    MessageItem item = MessageJson.read(received);
    String content =
        item.from().isRoom() ? RoomPrefix.split(item.content()).content() : item.content();
    String xml = WireText.decode(content).strip();
    Copy copy = new Copy(message, item, MessageKind.of(item, content), progress);
    return switch (copy.kind) {
      case MessageKind.Text(String text) -> text(message, text);
      case Quote quote -> text(message, quote.reply());
      case Link link -> text(message, link.title() + "\n" + link.url());
      case Music music -> text(message, music.title() + "\n" + music.url());
      case Location _ when !item.original().isEmpty() ->
          post.forward(SendText.CALL, message, e -> OutgoingText.location(item.original(), e));
      case Emoticon emoticon when !emoticon.md5().isEmpty() ->
          post.forward(SendEmoticon.CALL, message, e -> OutgoingEmoticon.known(emoticon.md5(), e));
      case Emoticon emoticon when !emoticon.isFromStore() -> copied(copy, FileKind.EMOTICON);
      case Picture _ when isXml(xml) ->
          described(
              copy, FileKind.PICTURE, SendPicture.CALL, e -> OutgoingPicture.forwarded(xml, e));
      case Video video when isXml(xml) ->
          described(
              copy,
              FileKind.VIDEO,
              SendVideo.CALL,
              e -> OutgoingVideo.forwarded(xml, video.isShort(), e));
      case Picture _ -> copied(copy, FileKind.PICTURE);
      case Video _ -> copied(copy, FileKind.VIDEO);
      case FileShare _, Voice _ -> copied(copy, FileKind.FILE);
      default -> new NotSent(Reason.KIND_NOT_SENDABLE);
    };
  }

  /** What is to be sent on, to whom, and who watches. */
  private record Copy(Outgoing message, MessageItem item, MessageKind kind, Progress progress) {}

  private SendOutcome text(Outgoing message, String text) throws InterruptedException {
    return post.forward(SendText.CALL, message, envelope -> OutgoingText.of(text, envelope));
  }

  private static boolean isXml(String content) {
    return content.startsWith("<");
  }

  private <M extends OutgoingMessage> SendOutcome described(
      Copy copy, FileKind kind, Call<SendRequest<M>, SendReply> call, Function<Envelope, M> content)
      throws InterruptedException {
    SendOutcome outcome = post.forward(call, copy.message, content);
    boolean isNotTaken =
        outcome instanceof Refused(Retcode retcode, String text)
            && new Status(retcode, text).policy() == Retcode.Policy.CALL_FAILED;
    return isNotTaken ? copied(copy, kind) : outcome;
  }

  private SendOutcome copied(Copy copy, FileKind kind) throws InterruptedException {
    MediaSource source = MediaSource.of(session, copy.item, copy.kind).orElseThrow();
    try {
      Path folder = Files.createTempDirectory("hongyan-");
      try {
        return copied(copy, kind, source, folder);
      } finally {
        clear(folder);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("a message cannot be forwarded: {}", e.getMessage());
      return new NotSent(Reason.FILE_MISSING);
    }
  }

  private SendOutcome copied(Copy copy, FileKind kind, MediaSource source, Path folder)
      throws InterruptedException {
    try {
      Path file =
          Placing.in(
              folder,
              source.name(),
              source.hasEnding(),
              out -> downloader.pull(source, out, kind.largest(), Progress.UNSEEN));
      return parcels.send(
          copy.message, Attachments.of(file, kind), UploadTrace.NONE, copy.progress);
    } catch (NotSendable e) {
      return new NotSent(e.reason());
    } catch (MediaUnavailableException _) {
      return new NotSent(Reason.MEDIA_GONE);
    } catch (WebWxException _) {
      return new NotSent(Reason.NOT_UPLOADED);
    }
  }

  private static void clear(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}

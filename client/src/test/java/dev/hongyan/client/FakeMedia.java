// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.media.ByteRange;
import dev.hongyan.protocol.media.CheckUpload;
import dev.hongyan.protocol.media.Chunk;
import dev.hongyan.protocol.media.FileDownload;
import dev.hongyan.protocol.media.IconDownload;
import dev.hongyan.protocol.media.Media;
import dev.hongyan.protocol.media.PictureDownload;
import dev.hongyan.protocol.media.StreamRequest;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.media.UploadParallel;
import dev.hongyan.protocol.media.UploadPermit;
import dev.hongyan.protocol.media.VideoDownload;
import dev.hongyan.protocol.media.VoiceDownload;
import dev.hongyan.protocol.message.OutgoingFile;
import dev.hongyan.protocol.message.OutgoingMessage;
import dev.hongyan.protocol.message.RecallMessage;
import dev.hongyan.protocol.message.SendEmoticon;
import dev.hongyan.protocol.message.SendFile;
import dev.hongyan.protocol.message.SendPicture;
import dev.hongyan.protocol.message.SendReply;
import dev.hongyan.protocol.message.SendRequest;
import dev.hongyan.protocol.message.SendVideo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/** The media of the service: what it stores, what is sent with them, and what it does wrong. */
final class FakeMedia {

  private static final Status FORGOTTEN = Status.of(Retcode.PARAMETER_ERROR);

  /** What the server has, by message id or media id. */
  final Map<String, byte[]> stored = new HashMap<>();

  /** What was sent besides texts, in order. */
  final List<OutgoingMessage> sent = new ArrayList<>();

  /** Every chunk that came, also those that came twice: of which upload, and which one. */
  final List<String> chunks = new ArrayList<>();

  /** The files that were put together. */
  final Map<String, byte[]> uploaded = new TreeMap<>();

  /** The requests of the last chunks. */
  final List<UploadMedia.Request> uploads = new ArrayList<>();

  final List<RecallMessage.Request> recalls = new ArrayList<>();
  final List<Optional<ByteRange>> ranges = new ArrayList<>();
  final Queue<Integer> cuts = new ArrayDeque<>();
  String contentType = "image/jpeg";
  Status pictureStatus = Status.OK;
  Status uploadStatus = Status.OK;
  Status recallStatus = Status.OK;
  String knownMd5 = "";
  int emptyAnswers;
  boolean losesId;
  private final Set<String> forgotten = new HashSet<>();

  private final Map<String, Map<Integer, byte[]>> parts = new HashMap<>();

  OptionalInt nextCut() {
    Integer next = cuts.poll();
    return next == null ? OptionalInt.empty() : OptionalInt.of(next);
  }

  WebReply answer(Call<?, ?> call, WebRequest request) {
    return switch (call.name()) {
      case "webwxuploadmedia" -> UploadMedia.CALL.answer(upload(UploadMedia.CALL.read(request)));
      case "webwxuploadmediaparallel" ->
          UploadParallel.CALL.answer(uploadAnywhere(UploadParallel.CALL.read(request)));
      case "webwxcheckupload" -> CheckUpload.CALL.answer(check(CheckUpload.CALL.read(request)));
      case "webwxsendmsgimg" ->
          SendPicture.CALL.answer(take(SendPicture.CALL.read(request), pictureStatus));
      case "webwxsendvideomsg" ->
          SendVideo.CALL.answer(take(SendVideo.CALL.read(request), Status.OK));
      case "webwxsendemoticon" ->
          SendEmoticon.CALL.answer(take(SendEmoticon.CALL.read(request), Status.OK));
      case "webwxsendappmsg" -> SendFile.CALL.answer(takeFile(SendFile.CALL.read(request)));
      case "webwxrevokemsg" -> {
        recalls.add(RecallMessage.CALL.read(request));
        yield RecallMessage.CALL.answer(RecallMessage.Reply.refused(recallStatus));
      }
      case "webwxgetmsgimg" -> picture(PictureDownload.CALL.read(request));
      case "webwxgetvoice" -> played(VoiceDownload.CALL, request);
      case "webwxgetvideo" -> played(VideoDownload.CALL, request);
      case "webwxgetmedia" ->
          FileDownload.CALL.answer(
              media(FileDownload.CALL.read(request).mediaId(), Optional.empty()));
      case "webwxgeticon" ->
          IconDownload.CALL.answer(
              media(IconDownload.CALL.read(request).userName().value(), Optional.empty()));
      default -> throw new IllegalStateException(call.name());
    };
  }

  private WebReply picture(PictureDownload.Request asked) {
    return PictureDownload.CALL.answer(media(asked.id() + " " + asked.size(), Optional.empty()));
  }

  private WebReply played(Call<StreamRequest, Media> call, WebRequest request) {
    StreamRequest asked = call.read(request);
    return call.answer(media(asked.id().toString(), asked.range()));
  }

  private Media media(String key, Optional<ByteRange> range) {
    ranges.add(range);
    if (emptyAnswers > 0) {
      emptyAnswers--;
      return Media.NONE;
    }
    Body whole = Body.of(stored.getOrDefault(key, new byte[0]));
    return range
        .flatMap(wanted -> wanted.within(whole.length()))
        .map(part -> Media.of(contentType, whole, part))
        .orElseGet(() -> Media.of(contentType, whole));
  }

  private UploadMedia.Reply upload(UploadMedia.Request request) {
    String id = Long.toString(request.clientMediaId());
    chunks.add(id + ":" + request.chunk().index());
    boolean isLate = request.chunk().index() > 0 && !parts.containsKey(id);
    if (!uploadStatus.isOk() || isLate) {
      return UploadMedia.Reply.refused(isLate ? FORGOTTEN : uploadStatus);
    }
    UploadMedia.Reply reply = put(id, request.chunk());
    if (reply.isComplete()) {
      uploads.add(request);
    }
    return reply;
  }

  private UploadMedia.Reply uploadAnywhere(UploadParallel.Request request) {
    chunks.add(request.md5() + ":" + request.chunk().index());
    UploadMedia.Reply reply = put(request.md5(), request.chunk());
    if (reply.isComplete()) {
      knownMd5 = request.md5();
    }
    if (reply.isComplete() && losesId) {
      return UploadMedia.Reply.next(""); // as after a repetition
    }
    return reply;
  }

  /** A file that is whole is no upload any more: what comes later begins another. */
  private UploadMedia.Reply put(String upload, Chunk chunk) {
    Map<Integer, byte[]> file = parts.computeIfAbsent(upload, _ -> new TreeMap<>());
    file.put(chunk.index(), read(chunk.bytes()));
    if (file.size() < chunk.count()) {
      return UploadMedia.Reply.next("");
    }
    parts.remove(upload);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    file.values().forEach(whole::writeBytes);
    String id = "@crypt_" + upload;
    uploaded.put(id, whole.toByteArray());
    return new UploadMedia.Reply(Status.OK, id, whole.size(), 0, 0, "");
  }

  /** As a restart of the server does. */
  void forgetUnfinished() {
    parts.clear();
  }

  /** From now on files that were uploaded cannot be sent any more. */
  void forgetUploaded() {
    forgotten.addAll(uploaded.keySet());
    uploaded.clear();
  }

  /** Which chunks came, in order, whatever upload they are of. */
  List<Integer> chunkNumbers() {
    return chunks.stream().map(c -> Integer.valueOf(c.substring(c.indexOf(':') + 1))).toList();
  }

  private static byte[] read(Body body) {
    try (InputStream in = body.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CheckUpload.Reply check(CheckUpload.Request request) {
    UploadPermit permit = new UploadPermit(new Secret("aes"), new Secret("signature"));
    String id = request.md5().equals(knownMd5) ? "@crypt_known" : "";
    return new CheckUpload.Reply(Status.OK, id, permit, "");
  }

  private SendReply takeFile(SendRequest<OutgoingFile> request) {
    boolean isKnown = !forgotten.contains(request.message().card().mediaId());
    return take(request, isKnown ? Status.OK : Status.of(Retcode.SYSTEM_ERROR));
  }

  private SendReply take(SendRequest<? extends OutgoingMessage> request, Status status) {
    if (!status.isOk()) {
      return SendReply.refused(status);
    }
    if (sent.stream()
        .noneMatch(m -> m.envelope().clientId().equals(request.message().envelope().clientId()))) {
      sent.add(request.message());
    }
    return new SendReply(
        Status.OK, new MessageId(500 + sent.size()), request.message().envelope().clientId());
  }
}

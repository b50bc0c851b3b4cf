// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.cases;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.media.ByteRange;
import dev.hongyan.protocol.media.CheckUpload;
import dev.hongyan.protocol.media.Chunk;
import dev.hongyan.protocol.media.ContentRange;
import dev.hongyan.protocol.media.FileDownload;
import dev.hongyan.protocol.media.HeadImage;
import dev.hongyan.protocol.media.HeadImageDownload;
import dev.hongyan.protocol.media.IconDownload;
import dev.hongyan.protocol.media.LocationPicture;
import dev.hongyan.protocol.media.Media;
import dev.hongyan.protocol.media.Media.Headings;
import dev.hongyan.protocol.media.MediaClass;
import dev.hongyan.protocol.media.PictureDownload;
import dev.hongyan.protocol.media.StreamRequest;
import dev.hongyan.protocol.media.UploadFile;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.media.UploadParallel;
import dev.hongyan.protocol.media.UploadPermit;
import dev.hongyan.protocol.media.VideoDownload;
import dev.hongyan.protocol.media.VoiceDownload;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that goes up or comes down (protocol reference 3.18 to 3.24, 3.32, 11). */
final class MediaCases {

  private static final Secret DATA_TICKET = new Secret("gSdataTicket/+==");
  private static final Secret TICKET_DECODED =
      new Secret("Zx+cVbNm1234567890qwertyuiopASDFGHJKLzxcvbn=");
  private static final UploadPermit PERMIT =
      new UploadPermit(new Secret("a1".repeat(16)), new Secret(Cases.SKEY));
  private static final UploadFile PICTURE =
      new UploadFile(
          "IMG_1002 \"图\".JPG",
          "image/jpeg",
          "Sat Jun 23 2018 16:45:07 GMT+0800 (中国标准时间)",
          13,
          MediaClass.PICTURE,
          "5c".repeat(16));
  private static final UploadFile LARGE =
      new UploadFile(
          "plan.bin",
          "application/octet-stream",
          "Sat Jun 23 2018 16:45:07 GMT+0800 (中国标准时间)",
          1_048_589,
          MediaClass.DOCUMENT,
          "7f".repeat(16));
  private static final Body BYTES = Body.of("\r\n--no real\r\n");

  private MediaCases() {}

  static Stream<Case<?, ?>> all() {
    return Stream.of(uploads(), checks(), downloads(), pictures()).flatMap(s -> s);
  }

  private static Stream<Case<?, ?>> uploads() {
    var whole = new Chunk(1, 0, BYTES);
    var last = new Chunk(3, 2, BYTES);
    var next = UploadMedia.Reply.next("IMG%5F1002%2EJPG");
    var done =
        new UploadMedia.Reply(Status.OK, SendCases.MEDIA_ID, 1_048_589, 100, 66, "plan%2Ebin");
    return Stream.of(
        upload("upload", PICTURE, whole, UploadPermit.NONE, done),
        upload("upload-chunk", LARGE, new Chunk(3, 0, BYTES), UploadPermit.NONE, next),
        upload("upload-last-chunk", LARGE, last, PERMIT, done),
        upload(
            "upload-refused",
            PICTURE,
            whole,
            UploadPermit.NONE,
            UploadMedia.Reply.refused(Cases.REFUSED)),
        parallel("upload-parallel", done).byFileHelper("helper-upload-parallel"));
  }

  private static Case<?, ?> upload(
      String name, UploadFile file, Chunk chunk, UploadPermit permit, UploadMedia.Reply answer) {
    return new Case<>(
        name,
        UploadMedia.CALL,
        upload(file, chunk, permit, Cases.CREDENTIALS.passTicket()),
        upload(file, chunk, permit, TICKET_DECODED),
        answer);
  }

  private static UploadMedia.Request upload(
      UploadFile file, Chunk chunk, UploadPermit permit, Secret ticket) {
    return new UploadMedia.Request(
        Cases.BASE,
        file,
        chunk,
        1_700_000_090_012L,
        SampleValues.SELF,
        UserName.FILE_HELPER,
        permit,
        DATA_TICKET,
        ticket);
  }

  private static Case<?, ?> parallel(String name, UploadMedia.Reply answer) {
    return new Case<>(
        name,
        UploadParallel.CALL,
        parallel(Cases.CREDENTIALS.passTicket()),
        parallel(TICKET_DECODED),
        answer);
  }

  private static UploadParallel.Request parallel(Secret ticket) {
    return new UploadParallel.Request(
        Cases.BASE,
        "7f".repeat(16),
        60_000_000,
        new Chunk(115, 114, BYTES),
        "plan.bin",
        PERMIT,
        DATA_TICKET,
        ticket);
  }

  private static Stream<Case<?, ?>> checks() {
    var question =
        new CheckUpload.Request(
            Cases.BASE,
            "7f".repeat(16),
            "plan 图.bin",
            60_000_000,
            SampleValues.SELF,
            SampleValues.ROOM);
    var known = new CheckUpload.Reply(Status.OK, SendCases.MEDIA_ID, PERMIT, "plan%2Ebin");
    var unknown = new CheckUpload.Reply(Status.OK, "", PERMIT, "plan%2Ebin");
    return Stream.of(
        new Case<>("check-upload-known", CheckUpload.CALL, question, known),
        new Case<>("check-upload", CheckUpload.CALL, question, unknown),
        new Case<>(
            "check-upload-refused",
            CheckUpload.CALL,
            question,
            CheckUpload.Reply.refused(new Status(Cases.REFUSED.ret(), "too large"))));
  }

  private static Stream<Case<?, ?>> downloads() {
    var voice = new StreamRequest(Cases.bigId(), Cases.BASE.skey(), Optional.empty());
    var video = new StreamRequest(Cases.bigId(), Cases.BASE.skey(), Optional.of(ByteRange.from(3)));
    var file =
        new FileDownload.Request(
            SampleValues.ROOM,
            SendCases.MEDIA_ID,
            "plan%20%26%20map%2Epdf",
            "2450346660",
            Cases.CREDENTIALS.passTicket(),
            DATA_TICKET,
            Secret.NONE);
    var named = new Headings("plan & map 图 \"1\".pdf", Optional.empty(), "", 0);
    var part = Media.of("video/mp4", BYTES, new ContentRange(3, 11, 13));
    var tagged = new Headings("", Optional.of(Instant.EPOCH), "\"1f2e\"", 0);
    return Stream.of(
        new Case<>("voice", VoiceDownload.CALL, voice, Media.of("audio/mp3", BYTES)),
        new Case<>("video", VideoDownload.CALL, video, part.with(tagged)),
        new Case<>("file", FileDownload.CALL, file, Media.of("text/html", BYTES).with(named)),
        new Case<>("file-gone", FileDownload.CALL, file, Media.NONE));
  }

  private static Stream<Case<?, ?>> pictures() {
    var skey = Cases.BASE.skey();
    var jpeg =
        Media.of("image/jpeg", BYTES)
            .with(
                new Headings(
                    "", Optional.of(Instant.ofEpochSecond(1_700_000_034)), "", Headings.WEEK));
    var member =
        new HeadImage(
            SampleValues.STRANGER, 620_147, skey, "@" + "441a".repeat(8), Cases.bigId(), true);
    var cover = new PictureDownload.Request(Cases.bigId(), PictureDownload.Size.THUMBNAIL, skey);
    var full = new PictureDownload.Request(Cases.bigId(), PictureDownload.Size.FULL, skey);
    var gif = new PictureDownload.Request(Cases.bigId(), PictureDownload.Size.EMOTICON, skey);
    return Stream.of(
        new Case<>("message-picture", PictureDownload.CALL, full, jpeg),
        new Case<>("message-cover", PictureDownload.CALL, cover, Media.NONE),
        new Case<>("emoticon", PictureDownload.CALL, gif, jpeg).byFileHelper("helper-emoticon"),
        new Case<>("icon", IconDownload.CALL, HeadImage.of(SampleValues.FRIEND, skey), jpeg),
        new Case<>("icon-of-member", IconDownload.CALL, member, Media.NONE),
        new Case<>(
            "head-image", HeadImageDownload.CALL, HeadImage.of(SampleValues.ROOM, skey), jpeg),
        new Case<>("map", LocationPicture.CALL, Cases.bigId(), jpeg));
  }
}

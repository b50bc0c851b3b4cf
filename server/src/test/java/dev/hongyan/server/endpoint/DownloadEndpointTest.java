// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.media.ByteRange;
import dev.hongyan.protocol.media.FileDownload;
import dev.hongyan.protocol.media.HeadImage;
import dev.hongyan.protocol.media.HeadImageDownload;
import dev.hongyan.protocol.media.IconDownload;
import dev.hongyan.protocol.media.LocationPicture;
import dev.hongyan.protocol.media.Media;
import dev.hongyan.protocol.media.PictureDownload;
import dev.hongyan.protocol.media.StreamRequest;
import dev.hongyan.protocol.media.VideoDownload;
import dev.hongyan.protocol.media.VoiceDownload;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.RecallMessage;
import dev.hongyan.server.Server;
import dev.hongyan.server.WebPage;
import dev.hongyan.server.WebPageCase;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.Violation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DownloadEndpointTest extends WebPageCase {

  private static final byte[] BYTES = {10, 11, 12, 13, 14, 15, 16, 17, 18, 19};

  private final Person lin = cast.person("lin");
  private final Person mei = cast.person("mei");

  @Test
  void picturesComeWholeAndSmall() throws Exception {
    byte[] png = picture(1200, 600);
    var id = id(mei.sendsPicture("p.png", png).to(lin));

    Media whole = picture(id, PictureDownload.Size.FULL);
    BufferedImage small = image(picture(id, PictureDownload.Size.THUMBNAIL));

    assertThat(bytes(whole)).isEqualTo(png);
    assertThat(whole.contentType()).isEqualTo("image/png");
    assertThat(whole.about().maxAge()).isEqualTo(604_800);
    assertThat(whole.about().lastModified()).contains(time.instant());
    assertThat(small.getWidth()).isEqualTo(120);
    assertThat(small.getHeight()).isEqualTo(60);
  }

  @Test
  void whatIsNoPictureHasABlankThumbnail() throws Exception {
    var id = id(mei.sendsPicture("p.png", BYTES).to(lin));

    assertThat(bytes(picture(id, PictureDownload.Size.FULL))).isEqualTo(BYTES);
    assertThat(image(picture(id, PictureDownload.Size.THUMBNAIL)).getWidth()).isEqualTo(120);
  }

  @Test
  void emoticonsComeAsTheyMoveAndVideosHaveCovers() throws Exception {
    var emoticon = id(mei.sendsEmoticon(BYTES).to(lin));
    var video = id(mei.sendsVideo("v.mp4", BYTES, Duration.ofSeconds(2)).to(lin));

    assertThat(bytes(picture(emoticon, PictureDownload.Size.EMOTICON))).isEqualTo(BYTES);
    assertThat(image(picture(video, PictureDownload.Size.THUMBNAIL)).getHeight()).isEqualTo(120);
  }

  @Test
  void voicesComeWithAndWithoutARange() throws Exception {
    var id = id(mei.sendsVoice(BYTES, Duration.ofSeconds(1)).to(lin));

    Media whole = web.ask(VoiceDownload.CALL, new StreamRequest(id, web.skey(), Optional.empty()));
    Media part =
        web.ask(
            VoiceDownload.CALL,
            new StreamRequest(id, web.skey(), Optional.of(new ByteRange(2, 4))));

    assertThat(whole.contentType()).isEqualTo("audio/mp3");
    assertThat(bytes(whole)).isEqualTo(BYTES);
    assertThat(bytes(part)).containsExactly(12, 13, 14);
    assertThat(part.range().orElseThrow().header()).isEqualTo("bytes 2-4/10");
  }

  @Test
  void videosComeToWhoAsksForARange() throws Exception {
    var id = id(mei.sendsVideo("v.mp4", BYTES, Duration.ofSeconds(2)).to(lin));

    assertThat(bytes(video(id, Optional.of(ByteRange.ALL)))).isEqualTo(BYTES);
    assertThat(bytes(video(id, Optional.of(ByteRange.suffix(2))))).containsExactly(18, 19);
    assertThat(breaches()).isEmpty();
    assertThat(video(id, Optional.empty()).isPresent()).isFalse();
    assertThat(breaches()).containsExactly(Breach.RANGE_MISSING);
    lin.isTreated(Switch.VIDEO_RANGE, false);
    assertThat(bytes(video(id, Optional.empty()))).isEqualTo(BYTES);
  }

  @Test
  void aRangeBeyondTheEndIsToldSo() throws Exception {
    var id = id(mei.sendsVideo("v.mp4", BYTES, Duration.ofSeconds(2)).to(lin));
    WebRequest request =
        web.request(
            VideoDownload.CALL, new StreamRequest(id, web.skey(), Optional.of(ByteRange.from(10))));

    WebReply reply = web.reply(request);

    assertThat(reply.status()).isEqualTo(416);
    assertThat(reply.headers().first("Content-Range")).contains("bytes */10");
  }

  @Test
  void filesComeUnderASafeName() throws Exception {
    mei.sendsFile("../报告 \"1\"\r\n.pdf", BYTES).to(lin);
    WebReply reply = web.reply(web.request(FileDownload.CALL, file(web.news().getFirst())));

    assertThat(reply.body().open().readAllBytes()).isEqualTo(BYTES);
    assertThat(reply.headers().first("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"%E6%8A%A5")
        .doesNotContain("/", "\r", "\n");
    assertThat(reply.headers().first("Content-Type")).contains("application/octet-stream");
    assertThat(breaches()).isEmpty();
  }

  @Test
  void filesComeToWhoShowsOnlyTheDataTicket() throws Exception {
    mei.sendsFile("a.pdf", BYTES).to(lin);
    WebRequest request = web.request(FileDownload.CALL, file(web.news().getFirst()));

    WebReply reply = server.handle(request, Server.MEMORY);

    assertThat(reply.body().open().readAllBytes()).isEqualTo(BYTES);
  }

  @Test
  void whatTheAccountDoesNotHaveIsNotThere() throws Exception {
    var foreign = id(mei.sendsPicture("p", BYTES).to(cast.person("bo")));
    mei.sendsFile("a.pdf", BYTES).to(lin);
    FileDownload.Request file = file(web.news().getFirst());
    WebPage bo = new WebPage(server, "bo");

    assertThat(picture(foreign, PictureDownload.Size.FULL)).isEqualTo(Media.NONE);
    assertThat(picture(MessageId.NONE, PictureDownload.Size.FULL)).isEqualTo(Media.NONE);
    assertThat(bo.ask(FileDownload.CALL, file).isPresent()).isFalse();
    assertThat(breaches()).contains(Breach.UNKNOWN_MEDIA, Breach.MIXED_SESSIONS);
  }

  @Test
  void aWrongKeyGetsNothing() throws Exception {
    var id = id(mei.sendsPicture("p", BYTES).to(lin));

    Media media =
        web.ask(
            PictureDownload.CALL,
            new PictureDownload.Request(id, PictureDownload.Size.FULL, new Secret("@crypt_0")));

    assertThat(media.isPresent()).isFalse();
    assertThat(breaches()).containsExactly(Breach.WRONG_SKEY);
  }

  @Test
  void someDownloadsAreEmptyAtFirst() throws Exception {
    lin.isTreated(Switch.EMPTY_MEDIA, 2);
    var id = id(mei.sendsPicture("p", BYTES).to(lin));

    assertThat(picture(id, PictureDownload.Size.FULL).isPresent()).isFalse();
    assertThat(picture(id, PictureDownload.Size.FULL).isPresent()).isFalse();
    assertThat(bytes(picture(id, PictureDownload.Size.FULL))).isEqualTo(BYTES);
  }

  @Test
  void facesAndMapsAreDrawn() throws Exception {
    var place = id(mei.sends(new Content.Location(22.54, 113.95, "深圳", "")).to(lin));
    UserName name = web.name("mei");

    assertThat(image(web.ask(IconDownload.CALL, HeadImage.of(name, web.skey()))).getWidth())
        .isEqualTo(120);
    assertThat(face(IconDownload.CALL, new HeadImage(name, 0, Secret.NONE, "", place, true)))
        .isEqualTo(640);
    UserName room = web.name("team");
    assertThat(face(HeadImageDownload.CALL, HeadImage.of(room, Secret.NONE))).isEqualTo(120);
    assertThat(
            web.ask(IconDownload.CALL, HeadImage.of(new UserName("@00"), web.skey())).isPresent())
        .isFalse();
    assertThat(image(web.ask(LocationPicture.CALL, place)).getWidth()).isEqualTo(160);
  }

  @Test
  void recallsAreTakenForTwoMinutes() throws Exception {
    var own = lin.says("typo").to(mei);
    var theirs = mei.says("theirs").to(lin);

    assertThat(recall(own.value()).status().isOk()).isTrue();
    assertThat(recall(own.value()).introduction()).contains("2分钟");
    assertThat(recall(theirs.value()).status().ret().code()).isEqualTo(1);
    assertThat(mei.messages().getLast().content()).isEqualTo(new Content.Recall(own));
    assertThat(breaches()).containsExactly(Breach.WRONG_RECALL);
  }

  private RecallMessage.Reply recall(long id) throws InterruptedException {
    return web.ask(
        RecallMessage.CALL,
        new RecallMessage.Request(
            web.base(),
            web.passTicket(),
            new MessageId(id),
            web.name("mei"),
            web.to(web.self()).clientId()));
  }

  private int face(Call<HeadImage, Media> call, HeadImage wanted) throws Exception {
    return image(web.ask(call, wanted)).getWidth();
  }

  private Media picture(MessageId id, PictureDownload.Size size) throws InterruptedException {
    return web.ask(PictureDownload.CALL, new PictureDownload.Request(id, size, web.skey()));
  }

  private Media video(MessageId id, Optional<ByteRange> range) throws InterruptedException {
    return web.ask(VideoDownload.CALL, new StreamRequest(id, web.skey(), range));
  }

  private FileDownload.Request file(MessageItem item) {
    return new FileDownload.Request(
        item.from(),
        item.media().mediaId(),
        item.media().encodedFileName(),
        "1",
        web.passTicket(),
        web.dataTicket(),
        Secret.NONE);
  }

  private static MessageId id(dev.hongyan.server.world.MessageId id) {
    return new MessageId(id.value());
  }

  private static byte[] bytes(Media media) throws IOException {
    return media.bytes().open().readAllBytes();
  }

  private static BufferedImage image(Media media) throws IOException {
    assertThat(media.contentType()).isEqualTo("image/jpeg");
    return ImageIO.read(new ByteArrayInputStream(bytes(media)));
  }

  private static byte[] picture(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", out);
    return out.toByteArray();
  }

  private List<Breach> breaches() {
    return server.world().violations().report().list().stream().map(Violation::breach).toList();
  }
}

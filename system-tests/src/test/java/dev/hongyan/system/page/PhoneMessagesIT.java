// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.protocol.message.Card;
import dev.hongyan.protocol.message.Emoticon;
import dev.hongyan.protocol.message.FileShare;
import dev.hongyan.protocol.message.Link;
import dev.hongyan.protocol.message.Location;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.Picture;
import dev.hongyan.protocol.message.Recall;
import dev.hongyan.protocol.message.Video;
import dev.hongyan.protocol.message.Voice;
import dev.hongyan.server.world.Content;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people send from the page arrives at a client, and the other way. */
@Timeout(180)
class PhoneMessagesIT extends PhonePageCase {

  private static final Map<String, Class<? extends MessageKind>> KINDS =
      Map.of(
          "type_picture", Picture.class,
          "type_emoticon", Emoticon.class,
          "type_video", Video.class,
          "voice_file", Voice.class,
          "type_file", FileShare.class);

  @ParameterizedTest
  @CsvSource({
    "type_picture, 图 1.png",
    "type_emoticon, wave.gif",
    "type_video, film.mp4",
    "voice_file, voice.wav",
    "type_file, 报告 & co.pdf"
  })
  void aFileArrivesByteForByte(String label, String name) throws Exception {
    byte[] content = Samples.of(name);
    try (OtherSide lin = OtherSide.of("lin", server)) {
      PhoneScreen mei = phoneOf("mei", Language.ENGLISH, WIDE);
      mei.openChat("lin");

      mei.attachFile(label, file(name, content));

      OtherSide.Arrival arrival = lin.awaits(KINDS.getOrDefault(label, FileShare.class));
      Path saved = arrival.chat().download(arrival.message()).to(folder.resolve("saved"));
      assertThat(saved).hasBinaryContent(content);
    }
  }

  @Test
  void whatAClientSendsIsShownAndSaved() throws Exception {
    byte[] picture = Samples.of("a.png");
    byte[] report = noise(700_000);
    try (OtherSide lin = OtherSide.of("lin", server)) {
      PhoneScreen mei = phoneOf("mei", Language.CHINESE, NARROW);
      mei.openChat("lin");

      assertThat(lin.chat("梅").send(file("a.png", picture))).isInstanceOf(SendOutcome.Sent.class);
      assertThat(lin.chat("梅").send(file("报告.pdf", report))).isInstanceOf(SendOutcome.Sent.class);

      assertThat(mei.page().locator(".message.in .picture.loaded")).isVisible();
      Locator chip = mei.message("报告.pdf").locator("button.file");
      Download download = mei.page().waitForDownload(chip::click);
      assertThat(download.suggestedFilename()).isEqualTo("报告.pdf");
      assertThat(download.path()).hasBinaryContent(report);
      mei.page().locator(".picture").click();
      assertThat(mei.dialog().locator(".caption")).containsText("64 × 48");
    }
    assertNoComplaints();
  }

  @Test
  void aDroppedOrPastedPictureIsShownBeforeItGoes() throws Exception {
    try (OtherSide lin = OtherSide.of("lin", server)) {
      PhoneScreen mei = phoneOf("mei", Language.ENGLISH, WIDE);
      mei.openChat("lin");

      Samples.handOver(mei.page(), "drop", ".conversation", "a.png");
      assertThat(mei.dialog().locator("img.preview")).isVisible();
      mei.pressInDialog("send");
      OtherSide.Arrival dropped = lin.awaits(Picture.class);
      Samples.handOver(mei.page(), "paste", ".composer textarea", "a.png");
      mei.dialog().getByText(Language.ENGLISH.says("send_as_files")).click();
      mei.pressInDialog("send");
      OtherSide.Arrival pasted = lin.awaits(FileShare.class);

      for (OtherSide.Arrival arrival : List.of(dropped, pasted)) {
        Path saved = arrival.chat().download(arrival.message()).to(folder.resolve("saved"));
        assertThat(saved).hasBinaryContent(Samples.of("a.png"));
      }
    }
    assertNoComplaints();
  }

  @Test
  void theMicrophoneRecordsAVoice() throws Exception {
    try (OtherSide lin = OtherSide.of("lin", server)) {
      PhoneScreen mei = phoneOf("mei", Language.ENGLISH, WIDE);
      mei.openChat("lin");

      mei.attach("record_voice");
      assertThat(mei.dialog().locator(".clock")).hasText("0:01");
      mei.pressInDialog("send");

      assertThat(lin.awaits(Voice.class).message().kind())
          .isInstanceOfSatisfying(
              Voice.class, voice -> assertThat(voice.length().toMillis()).isBetween(500L, 60_000L));
      Locator voice = mei.page().locator("button.voice");
      voice.click();
      assertThat(voice).hasClass("voice playing");
    }
    assertNoComplaints();
  }

  @Test
  void placesCardsAndLinksGoByTheirFacts() throws Exception {
    try (OtherSide lin = OtherSide.of("lin", server)) {
      PhoneScreen mei = phoneOf("mei", Language.ENGLISH, WIDE);
      mei.openChat("lin");

      mei.attach("type_location");
      mei.fill("thing_place", "科技园");
      mei.fill("thing_latitude", "91");
      mei.pressInDialog("send");
      assertThat(mei.dialog().getByRole(AriaRole.ALERT))
          .containsText(Language.ENGLISH.says("thing_latitude"));
      mei.fill("thing_latitude", "22.54");
      mei.pressInDialog("send");
      Location place = (Location) lin.awaits(Location.class).message().kind();
      mei.attach("type_card");
      mei.choose("lin");
      mei.pressInDialog("send");
      Card card = (Card) lin.awaits(Card.class).message().kind();
      mei.attach("type_link");
      mei.fill("thing_title", "Geese");
      mei.fill("thing_url", "https://example.org/geese");
      mei.pressInDialog("send");
      Link link = (Link) lin.awaits(Link.class).message().kind();

      assertThat(place.poiName()).isEqualTo("科技园");
      assertThat(place.latitude()).isEqualTo(22.54);
      assertThat(card.person().nickName()).isEqualTo("林");
      assertThat(link.url()).isEqualTo("https://example.org/geese");
      assertThat(mei.message("22.5400, 113.9345")).isVisible();
      assertThat(mei.message("Geese")).isVisible();
    }
    assertNoComplaints();
  }

  @Test
  void quotesForwardsAndRecalls() throws Exception {
    try (OtherSide lin = OtherSide.of("lin", server)) {
      PhoneScreen mei = phoneOf("mei", Language.CHINESE, WIDE);
      mei.openChat("lin");
      mei.write("几点见？");
      mei.does("quote", mei.message("几点见？"));
      mei.write("十点吧");
      assertThat(mei.page().locator(".quoted")).containsText("几点见？");
      assertThat(lin.awaits(MessageKind.Text.class).message().kind()).isNotNull();

      mei.does("recall", mei.message("几点见？").first());

      assertThat(mei.notes()).containsText(Language.CHINESE.says("recalled_by_me"));
      assertThat(lin.awaits(Recall.class).message().kind()).isInstanceOf(Recall.class);
      mei.press("edit_again");
      assertThat(mei.page().locator(".composer textarea")).hasValue("几点见？");
      mei.does("forward", mei.message("十点吧").first());
      mei.choose("lin");
      mei.pressInDialog("forward");
      mei.isToldBriefly("forwarded");
      assertThat(messagesOf("lin").getLast().content()).isEqualTo(new Content.Text("十点吧"));
    }
    assertNoComplaints();
  }

  @Test
  void theWebSessionHearsWhatItsOwnerLooksAt() throws Exception {
    try (OtherSide web = OtherSide.of("lin", server)) {
      PhoneScreen lin = phoneOf("lin", Language.ENGLISH, WIDE);
      assertThat(lin.page().getByText(Language.ENGLISH.says("web_open"))).isVisible();

      lin.openChat("mei");
      assertThat(lin.page().getByText(Language.ENGLISH.says("no_messages"))).isVisible();
      says("mei", "lin", new Content.Text("在吗？"));
      lin.seesMessageOfOther("在吗？");
      lin.openChat("team");

      List<String> notes = List.of(web.note(), web.note(), web.note(), web.note());
      assertThat(notes).containsExactly("2 梅", "1 梅", "5 梅", "2 项目组");
    }
    assertNoComplaints();
  }

  @Test
  void whatFailedIsTriedAgain() throws Exception {
    PhoneScreen mei = phoneOf("mei", Language.ENGLISH, WIDE);
    mei.openChat("lin");
    mei.page().route("**/phone/uploads?*", route -> route.abort());

    mei.attachFile("type_file", file("a.bin", noise(1000)));

    Locator pending = mei.page().locator("[data-pending='file']");
    assertThat(pending).containsText(Language.ENGLISH.says("error_upload_unreachable"));
    mei.page().unroute("**/phone/uploads?*");
    mei.press("try_again");
    assertThat(mei.page().locator(".message.out button.file")).isVisible();
    assertThat(pending).hasCount(0);
    assertThat(messagesOf("lin")).hasSize(1);
  }

  @Test
  void largeFilesGoAndTooLargeOnesAreNotTried() throws Exception {
    PhoneScreen mei = phoneOf("mei", Language.ENGLISH, WIDE);
    mei.openChat("lin");
    Path large = ofSize("large.bin", 40 << 20);

    mei.attachFile("type_picture", large);
    mei.isToldBriefly("media_large", "large.bin");
    mei.attachFile("type_file", large);

    assertThat(mei.page().locator(".message.out button.file")).containsText("40 MB");
    mei.attachFile("type_file", ofSize("huge.bin", (100 << 20) + 1));
    mei.isToldBriefly("file_large", "huge.bin");
    assertThat(messagesOf("lin")).hasSize(1);
  }

  private Path ofSize(String name, int bytes) throws Exception {
    Path path = folder.resolve(name);
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(bytes);
    }
    return path;
  }
}

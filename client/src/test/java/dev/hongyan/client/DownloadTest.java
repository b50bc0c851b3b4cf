// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hongyan.client.FakeService.Fault;
import dev.hongyan.client.message.Message;
import dev.hongyan.protocol.MediaUnavailableException;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.TransportException;
import dev.hongyan.protocol.media.ByteRange;
import dev.hongyan.protocol.message.MediaFields;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.Recommendation;
import dev.hongyan.protocol.message.StatusNote;
import dev.hongyan.time.Randomness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class DownloadTest extends ClientScenario {

  private static final byte[] GIF = {'G', 'I', 'F', '8', '9', 'a', 7};

  @TempDir private Path folder;
  private final WeChat client = client();

  private Message receive(MessageItem item) throws InterruptedException {
    List<Message> received = new CopyOnWriteArrayList<>();
    scanAndConfirm(client);
    client.onMessage((_, message) -> received.add(message));
    client.start();
    service.deliver(item);
    await(() -> !received.isEmpty());
    return received.getFirst();
  }

  private static MessageItem item(int type) {
    return item(7, MEI, FakeService.SELF, type, "@70a713", StatusNote.NONE);
  }

  private static MessageItem file(String name) {
    MediaFields media =
        new MediaFields(1, 0, 0, name, "5", "@crypt_media", "", false, 0, 0, "a%2Etxt");
    return new MessageItem(
        new MessageId(7),
        MEI,
        FakeService.SELF,
        49,
        "",
        3,
        Instant.ofEpochSecond(1_700_000_000),
        media,
        6,
        StatusNote.NONE,
        Recommendation.NONE,
        0,
        "");
  }

  private Chat chat(Message message) {
    return client.chat(message.chat());
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aPictureIsNamedByWhatItIsWhateverItsLabel() throws Exception {
    service.media.stored.put("7 FULL", GIF);
    Message picture = receive(item(3));

    Path file = chat(picture).download(picture).into(folder.resolve("made/later"));

    assertThat(file).isEqualTo(folder.resolve("made/later/7.gif")).hasBinaryContent(GIF);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void picturesHaveAThumbnailAndEmoticonsMove() throws Exception {
    service.media.stored.put("7 THUMBNAIL", GIF);
    service.media.stored.put("7 EMOTICON", GIF);
    Message video = receive(item(43));

    assertThat(chat(video).thumbnail(video).into(folder)).hasBinaryContent(GIF);
    assertThat(service.count("webwxgetmsgimg")).isEqualTo(1);
  }

  @Test
  void aVoiceIsAnMp3() throws Exception {
    service.media.stored.put("7", new byte[] {1, 2});
    service.media.contentType = "audio/mp3";
    Message voice = receive(item(34));

    assertThat(chat(voice).download(voice).into(folder)).isEqualTo(folder.resolve("7.mp3"));
  }

  /** Voices that a browser recorded were saved as MP3, which no player took for what they are. */
  @ParameterizedTest
  @CsvSource({
    "1a45dfa3a342868101, webm",
    "52494646a0380100574156456d, wav",
    "0000001866747970, m4a",
    "4f67675300, ogg",
    "2321414d520a, amr",
    "fffb9064, mp3",
    "52494646, mp3"
  })
  void aVoiceOfAnotherFormatIsCalledByIt(String bytes, String ending) throws Exception {
    service.media.stored.put("7", HexFormat.of().parseHex(bytes));
    service.media.contentType = "audio/mp3";
    Message voice = receive(item(34));

    assertThat(chat(voice).download(voice).into(folder)).isEqualTo(folder.resolve("7." + ending));
  }

  @Test
  void aFileKeepsItsNameAsFarAsThatIsSafe() throws Exception {
    service.media.stored.put("@crypt_media", GIF);
    Message message = receive(file("../../报告?.txt"));

    Path first = chat(message).download(message).into(folder);
    Path second = chat(message).download(message).into(folder);

    assertThat(first).isEqualTo(folder.resolve("_.._报告_.txt"));
    assertThat(second).isEqualTo(folder.resolve("_.._报告_ (2).txt")).hasBinaryContent(GIF);
  }

  @Test
  void aTargetIsReplacedAsAWhole() throws Exception {
    service.media.stored.put("@crypt_media", GIF);
    Message message = receive(file("a.txt"));
    Path target = Files.writeString(folder.resolve("target"), "before");
    service.media.cuts.addAll(List.of(2, 2, 2, 2, 2, 2, 2, 2));

    assertThatExceptionOfType(TransportException.class)
        .isThrownBy(() -> chat(message).download(message).to(target));
    assertThat(target).hasContent("before");
    assertThat(files()).containsExactly("target");
    service.media.cuts.clear();
    assertThat(chat(message).download(message).to(target)).hasBinaryContent(GIF);
    assertThat(files()).containsExactly("target");
  }

  @Test
  void aVideoGoesOnBehindABreak() throws Exception {
    byte[] video = Randomness.seeded(2).bytes(10_000);
    service.media.stored.put("7", video);
    service.media.cuts.addAll(List.of(1_000, 0, 3_000));
    Message message = receive(item(43));
    List<Long> progress = new ArrayList<>();

    Path file =
        chat(message)
            .download(message)
            .showing((bytes, total) -> {
              assertThat(total).isEqualTo(10_000);
              progress.add(bytes);
            })
            .into(folder);

    assertThat(file).hasBinaryContent(video);
    assertThat(service.media.ranges)
        .extracting(Optional::orElseThrow)
        .containsExactly(
            ByteRange.from(0), ByteRange.from(1000), ByteRange.from(1000), ByteRange.from(4000));
    assertThat(progress).containsExactly(1000L, 4000L, 10_000L);
  }

  @Test
  void aFileThatComesAnewAfterABreakIsNotDoubled() throws Exception {
    byte[] content = Randomness.seeded(2).bytes(10_000);
    service.media.stored.put("@crypt_media", content);
    service.media.cuts.addAll(List.of(1_000, 500, 3_000));
    Message message = receive(file("a.bin"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    String type = chat(message).download(message).to(out);

    assertThat(type).isEqualTo("image/jpeg");
    assertThat(out.toByteArray()).isEqualTo(content);
  }

  @Test
  void anEmptyAnswerIsAskedForAgain() throws Exception {
    service.media.stored.put("7 FULL", GIF);
    service.media.emptyAnswers = 3;
    Message picture = receive(item(3));

    assertThat(chat(picture).download(picture).into(folder)).hasBinaryContent(GIF);
    assertThat(service.count("webwxgetmsgimg")).isEqualTo(4);
  }

  @Test
  void whatStaysEmptyIsATypedError() throws Exception {
    Message picture = receive(item(3));
    Instant before = time.instant();

    assertThatExceptionOfType(MediaUnavailableException.class)
        .isThrownBy(() -> chat(picture).download(picture).into(folder))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(MediaUnavailableException.Reason.EMPTY));
    assertThat(time.instant()).isAfter(before.plusSeconds(8));
    assertThat(files()).isEmpty();
  }

  @Test
  void whatIsTooLargeIsATypedErrorAndLeavesNothing() throws Exception {
    service.media.stored.put("7 FULL", new byte[100]);
    Message picture = receive(item(3));

    assertThatExceptionOfType(MediaUnavailableException.class)
        .isThrownBy(() -> chat(picture).download(picture).atMost(99).into(folder))
        .satisfies(
            e -> assertThat(e.reason()).isEqualTo(MediaUnavailableException.Reason.TOO_LARGE));
    assertThat(files()).isEmpty();
    assertThat(service.count("webwxgetmsgimg")).isEqualTo(1);
  }

  @Test
  void aPageInPlaceOfMediaIsNoMedia() throws Exception {
    service.media.stored.put("7 FULL", GIF);
    Message picture = receive(item(3));
    service.fail("webwxgetmsgimg", Fault.BAD_GATEWAY, 1);

    assertThat(chat(picture).download(picture).into(folder)).hasBinaryContent(GIF);
  }

  @Test
  void aFullDiskIsNoFaultOfTheServer() throws Exception {
    service.media.stored.put("7 FULL", GIF);
    Message picture = receive(item(3));
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("no space left");
          }
        };

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> chat(picture).download(picture).to(full));
    assertThat(service.count("webwxgetmsgimg")).isEqualTo(1);
  }

  @Test
  void aTextHasNothingToDownload() throws Exception {
    Message message = receive(text(1, MEI, "hi"));

    assertThatIllegalArgumentException().isThrownBy(() -> chat(message).download(message));
    assertThatIllegalArgumentException().isThrownBy(() -> chat(message).thumbnail(message));
  }

  @Test
  void aPersonHasAPicture() throws Exception {
    service.media.stored.put(MEI.value(), GIF);

    assertThat(loggedIn().chat(MEI).avatar().into(folder)).isEqualTo(folder.resolve("avatar.gif"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.FakeService.Fault;
import dev.hongyan.client.media.Fingerprint;
import dev.hongyan.client.message.FileKind;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.message.RecallOutcome;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.message.SendOutcome.NotSent;
import dev.hongyan.client.message.SendOutcome.NotSent.Reason;
import dev.hongyan.client.message.SendOutcome.Refused;
import dev.hongyan.client.message.SendOutcome.Sent;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.media.MediaClass;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.OutgoingEmoticon;
import dev.hongyan.protocol.message.OutgoingFile;
import dev.hongyan.protocol.message.OutgoingPicture;
import dev.hongyan.protocol.message.OutgoingText;
import dev.hongyan.protocol.message.OutgoingVideo;
import dev.hongyan.protocol.message.StatusNote;
import dev.hongyan.time.Randomness;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SendMediaTest extends ClientScenario {

  private static final int CHUNK = 512 << 10;

  @TempDir private Path folder;

  private Path file(String name, int size) throws IOException {
    return Files.write(folder.resolve(name), Randomness.seeded(3).bytes(size));
  }

  @Test
  void whatAFileIsSentAsIsToldByItsName() throws Exception {
    Chat chat = loggedIn().chat(MEI);

    assertThat(chat.send(file("a.JPG", 10))).isEqualTo(new Sent(new MessageId(501)));
    assertThat(chat.send(file("b.gif", 10))).isInstanceOf(Sent.class);
    assertThat(chat.send(file("c.mp4", 10))).isInstanceOf(Sent.class);
    assertThat(chat.send(file("报告.pdf", 10))).isInstanceOf(Sent.class);
    assertThat(chat.sendFile(file("d.png", 10))).isInstanceOf(Sent.class);

    assertThat(service.media.sent)
        .hasExactlyElementsOfTypes(
            OutgoingPicture.class,
            OutgoingEmoticon.class,
            OutgoingVideo.class,
            OutgoingFile.class,
            OutgoingFile.class);
    assertThat(service.media.uploads)
        .extracting(upload -> upload.file().mediaClass())
        .containsExactly(
            MediaClass.PICTURE,
            MediaClass.DOCUMENT,
            MediaClass.VIDEO,
            MediaClass.DOCUMENT,
            MediaClass.DOCUMENT);
    assertThat(service.media.sent.get(3))
        .isInstanceOfSatisfying(
            OutgoingFile.class,
            sent -> {
              assertThat(sent.card().title()).isEqualTo("报告.pdf");
              assertThat(sent.card().totalLength()).isEqualTo(10);
              assertThat(sent.card().mediaId()).isIn(service.media.uploaded.keySet());
            });
  }

  @Test
  void anUploadTellsOfTheWholeFile() throws Exception {
    Chat chat = loggedIn().chat(MEI);

    assertThat(chat.send(Files.writeString(folder.resolve("a.txt"), "hello")))
        .isInstanceOf(Sent.class);

    var upload = service.media.uploads.getFirst();
    assertThat(upload.file().name()).isEqualTo("a.txt");
    assertThat(upload.file().contentType()).isEqualTo("text/plain");
    assertThat(upload.file().size()).isEqualTo(5);
    assertThat(upload.file().md5()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    assertThat(upload.file().lastModified()).matches("\\w{3} \\w{3} \\d\\d \\d{4} .*GMT.*");
    assertThat(upload.dataTicket().value()).isEqualTo("secret-ticket");
    assertThat(upload.to()).isEqualTo(MEI);
    assertThat(upload.from()).isEqualTo(FakeService.SELF);
  }

  @Test
  void ofALargeFileOnlyTheBrokenChunkIsRepeated() throws Exception {
    Path file = file("a.bin", 3 * CHUNK + 5);
    Chat chat = loggedIn().chat(MEI);
    List<Long> progress = new ArrayList<>();
    service.fail("webwxuploadmedia", Fault.LOST_ANSWER, 2);

    assertThat(chat.send(file, (bytes, total) -> progress.add(bytes))).isInstanceOf(Sent.class);

    assertThat(service.media.uploaded.values()).singleElement().isEqualTo(Files.readAllBytes(file));
    assertThat(service.media.chunks.stream().map(c -> c.substring(c.indexOf(':'))))
        .containsExactly(":0", ":0", ":0", ":1", ":2", ":3");
    assertThat(service.media.chunks.stream().map(c -> c.substring(0, c.indexOf(':'))).distinct())
        .hasSize(1);
    assertThat(progress).containsExactly(1L * CHUNK, 2L * CHUNK, 3L * CHUNK, 3L * CHUNK + 5);
  }

  @Test
  void aFileThatCannotBeUploadedIsNotSent() throws Exception {
    Chat chat = loggedIn().chat(MEI);
    service.fail("webwxuploadmedia", Fault.LOST_REQUEST, 4);

    assertThat(chat.send(file("a.png", 10))).isEqualTo(new NotSent(Reason.NOT_UPLOADED));
    assertThat(service.media.sent).isEmpty();
  }

  @Test
  void aHugeFileIsCheckedFirst() throws Exception {
    Path file = sparse("huge.iso", (25L << 20) + 1);
    Chat chat = loggedIn().chat(MEI);

    assertThat(chat.send(file)).isInstanceOf(Sent.class);

    assertThat(service.count("webwxcheckupload")).isEqualTo(1);
    assertThat(service.media.uploads.getLast().permit().signature().value()).isEqualTo("signature");
    assertThat(service.media.sent.getFirst())
        .isInstanceOfSatisfying(
            OutgoingFile.class,
            sent -> assertThat(sent.signature().value()).isEqualTo("signature"));
  }

  @Test
  void whatTheServerHasIsNotUploaded() throws Exception {
    Path file = sparse("huge.iso", (25L << 20) + 1);
    service.media.knownMd5 = Fingerprint.of(file).md5();

    assertThat(loggedIn().chat(MEI).send(file)).isInstanceOf(Sent.class);

    assertThat(service.media.chunks).isEmpty();
    assertThat(service.media.sent.getFirst())
        .isInstanceOfSatisfying(
            OutgoingFile.class,
            sent -> assertThat(sent.card().mediaId()).isEqualTo("@crypt_known"));
  }

  @Test
  void whatCannotBeSentIsTold() throws Exception {
    Chat chat = loggedIn().chat(MEI);

    assertThat(chat.send(folder.resolve("nothing.png")))
        .isEqualTo(new NotSent(Reason.FILE_MISSING));
    assertThat(chat.send(folder)).isEqualTo(new NotSent(Reason.FILE_MISSING));
    assertThat(chat.send(file("empty.png", 0))).isEqualTo(new NotSent(Reason.FILE_EMPTY));
    assertThat(chat.sendPicture(sparse("large.png", (20L << 20) + 1)))
        .isEqualTo(new NotSent(Reason.FILE_TOO_LARGE));
    assertThat(chat.send(sparse("huge.iso", (100L << 20) + 1)))
        .isEqualTo(new NotSent(Reason.FILE_TOO_LARGE));
    assertThat(service.calls).doesNotContain("webwxuploadmedia");
  }

  @Test
  void whatIsTooLargeToBeShownIsAFile() throws Exception {
    assertThat(FileKind.of("a.mp4", 20L << 20)).isEqualTo(FileKind.VIDEO);
    assertThat(FileKind.of("a.mp4", (20L << 20) + 1)).isEqualTo(FileKind.FILE);
  }

  @Test
  void mediaWaitLongerThanTexts() throws Exception {
    Chat chat = loggedIn().chat(MEI);
    Path file = file("a.png", 10);
    Instant before = time.instant();

    for (int i = 0; i < 15; i++) {
      assertThat(chat.send(file)).isInstanceOf(Sent.class);
    }

    assertThat(Duration.between(before, time.instant()))
        .isBetween(Duration.ofSeconds(59), Duration.ofSeconds(61));
  }

  @Test
  void anUploadThatIsTooMuchMakesEverythingWait() throws Exception {
    Chat chat = loggedIn().chat(MEI);
    service.media.uploadStatus = Status.of(Retcode.TOO_FREQUENT);
    assertThat(chat.send(file("a.png", 10))).isInstanceOf(Refused.class);
    Instant before = time.instant();

    assertThat(chat.send("a text")).isInstanceOf(Sent.class);

    assertThat(Duration.between(before, time.instant())).isGreaterThan(Duration.ofMinutes(4));
  }

  @Test
  void aMessageIsRecalled() throws Exception {
    Chat chat = loggedIn().chat(TEAM);

    assertThat(chat.recall(new Sent(new MessageId(77)))).isEqualTo(new RecallOutcome.Recalled());
    service.media.recallStatus = new Status(Retcode.SYSTEM_ERROR, "too late");
    assertThat(chat.recall(new Sent(new MessageId(78))))
        .isEqualTo(new RecallOutcome.Refused(Retcode.SYSTEM_ERROR, "too late"));

    assertThat(service.media.recalls.getFirst().id()).isEqualTo(new MessageId(77));
    assertThat(service.media.recalls.getFirst().to()).isEqualTo(TEAM);
  }

  @Test
  void aLongTextGoesInParts() throws Exception {
    Chat chat = loggedIn().chat(MEI);
    String text = ("A sentence that goes on for a while. ".repeat(30) + "\n\n").repeat(5);

    List<SendOutcome> outcomes = chat.sendInParts(text);

    assertThat(outcomes).hasSizeGreaterThan(2).allMatch(Sent.class::isInstance);
    assertThat(service.sent()).hasSameSizeAs(outcomes);
    assertThat(service.sent()).allMatch(sent -> sent.content().length() <= 2000);
  }

  @Test
  void aTextIsForwarded() throws Exception {
    Message received = receive(item(1, TEAM, 1, "@mei:<br/>5 &lt; 6"));

    assertThat(forward(received)).isInstanceOf(Sent.class);

    assertThat(service.sent()).extracting(OutgoingText::content).containsExactly("5 < 6");
  }

  @Test
  void aPictureWithADescriptionIsForwardedByIt() throws Exception {
    Message received = receive(item(1, MEI, 3, "&lt;msg&gt;&lt;img length=\"5\"/&gt;&lt;/msg&gt;"));

    assertThat(forward(received)).isInstanceOf(Sent.class);

    assertThat(service.media.sent)
        .singleElement()
        .isInstanceOfSatisfying(
            OutgoingPicture.class,
            sent -> {
              assertThat(sent.received()).isEqualTo("<msg><img length=\"5\"/></msg>");
              assertThat(sent.mediaId()).isEmpty();
            });
    assertThat(service.media.chunks).isEmpty();
  }

  @Test
  void aPictureWhoseDescriptionIsNotTakenIsForwardedByACopy() throws Exception {
    service.media.pictureStatus = Status.of(Retcode.SYSTEM_ERROR);
    Message received = receive(item(1, MEI, 3, "&lt;msg&gt;&lt;img length=\"5\"/&gt;&lt;/msg&gt;"));
    service.media.stored.put("1 FULL", new byte[] {'B', 'M', 3, 4});

    assertThat(forward(received)).isInstanceOf(Refused.class);

    assertThat(service.media.uploads.getFirst().file().name()).isEqualTo("1.bmp");
    assertThat(service.count("webwxsendmsgimg")).isEqualTo(2);
  }

  @Test
  void aPictureWithoutADescriptionIsForwardedByACopy() throws Exception {
    service.media.stored.put("1 FULL", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 4});
    Message received = receive(item(1, MEI, 3, "@70a713"));

    assertThat(forward(received)).isInstanceOf(Sent.class);

    assertThat(service.media.uploads.getFirst().file().name()).isEqualTo("1.jpg");
    assertThat(service.media.uploaded.values()).containsExactly(service.media.stored.get("1 FULL"));
    assertThat(service.media.sent).hasExactlyElementsOfTypes(OutgoingPicture.class);
  }

  @Test
  void whatIsGoneIsNotForwarded() throws Exception {
    Message received = receive(item(1, MEI, 3, "@70a713"));

    assertThat(forward(received)).isEqualTo(new NotSent(Reason.MEDIA_GONE));
  }

  @Test
  void aNoteIsNotForwarded() throws Exception {
    Message received = receive(item(1, MEI, 10000, "收到红包，请在手机上查看"));

    assertThat(forward(received)).isEqualTo(new NotSent(Reason.KIND_NOT_SENDABLE));
  }

  private final WeChat receiving = client();

  private Message receive(MessageItem item) throws InterruptedException {
    List<Message> received = new CopyOnWriteArrayList<>();
    scanAndConfirm(receiving);
    receiving.onMessage((_, message) -> received.add(message));
    receiving.start();
    service.deliver(item);
    await(() -> !received.isEmpty());
    return received.getFirst();
  }

  private SendOutcome forward(Message received) throws InterruptedException {
    return receiving.chat(BO).forward(received);
  }

  private static MessageItem item(long id, UserName from, int type, String content) {
    return item(id, from, FakeService.SELF, type, content, StatusNote.NONE);
  }

  private Path sparse(String name, long size) throws IOException {
    Path file = folder.resolve(name);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(size);
    }
    return file;
  }
}

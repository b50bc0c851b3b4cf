// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.Download;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.message.RecallOutcome;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.message.SendOutcome.Sent;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.message.Emoticon;
import dev.hongyan.protocol.message.FileShare;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.Picture;
import dev.hongyan.protocol.message.Recall;
import dev.hongyan.protocol.message.Video;
import dev.hongyan.protocol.message.Voice;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Content;
import dev.hongyan.testkit.TestServer;
import dev.hongyan.time.Randomness;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures, voices, videos and files between client and server, however they reach each other. */
abstract class MediaScenarios {

  @TempDir Path folder;

  /** What came in, and the chat it came in. */
  private record Arrival(Chat chat, Message message) {}

  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

  private WirePair online(TestServer server) throws InterruptedException {
    WirePair pair = WirePair.at(server);
    pair.client().onMessage((chat, message) -> arrivals.add(new Arrival(chat, message)));
    return pair.online("lin");
  }

  private <K extends MessageKind> Arrival await(TestServer server, Class<K> kind)
      throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      for (Arrival arrival : arrivals) {
        if (kind.isInstance(arrival.message.kind())) {
          return arrival;
        }
      }
      server.elapse(Duration.ofMillis(50));
    }
    throw new AssertionError("no " + kind.getSimpleName() + " has come, but " + arrivals);
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] noise(int size) {
    return Randomness.seeded(9).bytes(size);
  }

  private static byte[] image(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), format, out))
        .isTrue();
    return out.toByteArray();
  }

  /** As much of an MP4 as anybody looks at. */
  private static byte[] video(int size) {
    byte[] bytes = noise(size);
    byte[] head = "\0\0\0\u0018ftypmp42".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  private static byte[] lastOf(Person person) {
    return person.opens(person.messages().getLast());
  }

  @Test
  void whatIsSentIsWhatArrives(TestServer server) throws Exception {
    Person mei = server.person("mei");
    byte[] video = video(600_000);
    try (WirePair pair = online(server)) {
      Chat chat = pair.chat("梅");

      assertThat(chat.send(file("a.png", image("png")))).isInstanceOf(Sent.class);
      assertThat(lastOf(mei)).isEqualTo(image("png"));
      assertThat(chat.send(file("b.gif", image("gif")))).isInstanceOf(Sent.class);
      assertThat(lastOf(mei)).isEqualTo(image("gif"));
      assertThat(chat.send(file("c.mp4", video))).isInstanceOf(Sent.class);
      assertThat(lastOf(mei)).isEqualTo(video);
      assertThat(chat.send(file("报告 & co.pdf", noise(10)))).isInstanceOf(Sent.class);
      assertThat(lastOf(mei)).isEqualTo(noise(10));
      assertThat(mei.messages().getLast().content().attachment().orElseThrow().name())
          .isEqualTo("报告 & co.pdf");
    }
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void whatArrivesIsWhatWasSent(TestServer server) throws Exception {
    Person mei = server.person("mei");
    Person lin = server.person("lin");
    try (WirePair _ = online(server)) {
      mei.sendsPicture("a.png", image("png")).to(lin);
      mei.sendsEmoticon(image("gif")).to(lin);
      mei.sendsVoice(noise(2_000), Duration.ofSeconds(3)).to(lin);
      mei.sendsVideo("c.mp4", video(600_000), Duration.ofSeconds(4)).to(lin);
      mei.sendsFile("../../报告.pdf", noise(3_000)).to(lin);

      assertThat(download(server, Picture.class).into(folder)).hasBinaryContent(image("png"));
      assertThat(download(server, Emoticon.class).into(folder)).hasBinaryContent(image("gif"));
      assertThat(download(server, Voice.class).into(folder)).hasBinaryContent(noise(2_000));
      assertThat(download(server, Video.class).into(folder)).hasBinaryContent(video(600_000));
      Path file = download(server, FileShare.class).into(folder);
      assertThat(file).hasParent(folder).hasBinaryContent(noise(3_000));
      assertThat(file.getFileName().toString()).endsWith("报告.pdf");
      Arrival picture = await(server, Picture.class);
      assertThat(picture.chat.thumbnail(picture.message).into(folder)).isNotEmptyFile();
      assertThat(picture.chat.avatar().into(folder)).isNotEmptyFile();
    }
    assertThat(server.violations().list()).isEmpty();
  }

  private <K extends MessageKind> Download download(TestServer server, Class<K> kind)
      throws InterruptedException {
    Arrival arrival = await(server, kind);
    return arrival.chat.download(arrival.message);
  }

  /** The last chunk was refused when it came again, so that all of them went anew. */
  @Test
  void noChunkButTheLastGoesAgainWhenItsAnswerIsLost(TestServer server) throws Exception {
    byte[] content = noise(1_300_000);
    Person mei = server.person("mei");
    try (WirePair pair = online(server)) {
      pair.road().losesNext(HelperScenarios::endsAnUpload);

      assertThat(pair.chat("梅").send(file("a.bin", content))).isInstanceOf(Sent.class);
    }
    assertThat(mei.messages()).hasSize(1);
    assertThat(lastOf(mei)).isEqualTo(content);
    assertThat(server.requests().count("webwxuploadmedia")).isEqualTo(3 + 1);
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void twentyMegabytesGoBothWays(TestServer server) throws Exception {
    byte[] large = noise(20 << 20);
    Person mei = server.person("mei");
    try (WirePair pair = online(server)) {
      assertThat(pair.chat("梅").send(file("large.bin", large))).isInstanceOf(Sent.class);
      assertThat(lastOf(mei)).isEqualTo(large);

      mei.sendsFile("back.bin", large).to(server.person("lin"));

      assertThat(download(server, FileShare.class).into(folder)).hasBinaryContent(large);
    }
    assertThat(server.requests().count("webwxuploadmedia")).isEqualTo(40);
  }

  @Test
  void aFileArrivesWholeOnABadRoad(TestServer server) throws Exception {
    byte[] content = noise(3_000_000);
    Person mei = server.person("mei");
    try (WirePair pair = online(server)) {
      pair.road().loses(0.2);
      assertThat(pair.chat("梅").send(file("a.bin", content))).isInstanceOf(Sent.class);
      mei.sendsFile("back.bin", content).to(server.person("lin"));

      assertThat(download(server, FileShare.class).into(folder)).hasBinaryContent(content);
    }
    assertThat(lastOf(mei)).isEqualTo(content);
    assertThat(mei.messages().stream().filter(m -> m.content().attachment().isPresent()))
        .hasSize(2);
  }

  @Test
  void whatWasReceivedIsSentOn(TestServer server) throws Exception {
    Person bo = server.person("bo");
    try (WirePair pair = online(server)) {
      server.person("mei").sendsPicture("a.png", image("png")).to(server.person("lin"));
      server.person("mei").sendsFile("b.txt", noise(100)).to(server.person("lin"));

      assertThat(pair.chat("波").forward(await(server, Picture.class).message))
          .isInstanceOf(Sent.class);
      assertThat(lastOf(bo)).isEqualTo(image("png"));
      assertThat(pair.chat("波").forward(await(server, FileShare.class).message))
          .isInstanceOf(Sent.class);
      assertThat(lastOf(bo)).isEqualTo(noise(100));
    }
  }

  @Test
  void whatWasSentIsTakenBack(TestServer server) throws Exception {
    Person mei = server.person("mei");
    try (WirePair pair = online(server)) {
      Chat chat = pair.chat("梅");
      SendOutcome sent = chat.send("oops");
      assertThat(sent).isInstanceOf(Sent.class);

      assertThat(chat.recall((Sent) sent)).isEqualTo(new RecallOutcome.Recalled());
      assertThat(chat.recall(new Sent(new MessageId(12345))))
          .isInstanceOf(RecallOutcome.Refused.class);
      mei.recalls(mei.says("mistake").to(server.person("lin")));

      Recall recall = (Recall) await(server, Recall.class).message.kind();
      assertThat(recall.recalled()).isEqualTo(await(server, MessageKind.Text.class).message.id());
    }
    assertThat(mei.messages().stream().map(message -> message.content()))
        .hasExactlyElementsOfTypes(
            Content.Text.class, Content.Recall.class, Content.Text.class, Content.Recall.class);
  }
}

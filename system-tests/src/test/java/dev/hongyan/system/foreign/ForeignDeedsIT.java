// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.system.foreign.Phone.Attachment;
import dev.hongyan.system.island.DrivenClient;
import dev.hongyan.system.island.Island;
import dev.hongyan.system.island.Peer;
import dev.hongyan.time.Randomness;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What clients of other people do beside writing: files, recalls, rooms, friends. */
@Timeout(120)
class ForeignDeedsIT extends ForeignCase {

  /** Three chunks for those who cut files (protocol reference 3.18). */
  private static final int THREE_CHUNKS = 1_300_000;

  @ParameterizedTest
  @EnumSource
  void sendsPicturesAndFilesAndTakesThemBack(Peer peer) throws Exception {
    assumeThere(peer);
    try (Island island = Island.open(folder)) {
      Phone phone = SampleServer.start(island);
      Path picture = picture();
      Path file = file("plan 计划.pdf", THREE_CHUNKS);
      DrivenClient client = peer.start(island);
      logIn(client, phone);

      client.sendFile("梅", picture);
      client.sendFile("梅", file);

      assertThat(phone.attachments("mei"))
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("name")
          .containsExactly(
              new Attachment("picture", "", Files.size(picture), md5(picture)),
              new Attachment("file", "", THREE_CHUNKS, md5(file)));
      assertThat(phone.attachments("mei").getLast().name()).isEqualTo("plan 计划.pdf");

      client.recall();

      assertThat(phone.types("mei")).contains("recall");
      assertThat(phone.errors()).as("breaches of the protocol by %s", peer).isEmpty();
      assertThat(client.errors()).as("what %s complained of", peer).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void fetchesWhatPhonesSend(Peer peer) throws Exception {
    assumeThere(peer);
    try (Island island = Island.open(folder)) {
      Phone phone = SampleServer.start(island);
      Path picture = picture();
      Path file = file("plan 计划.pdf", THREE_CHUNKS);
      DrivenClient client = peer.start(island);
      logIn(client, phone);

      phone.send("mei", "lin", "picture", picture);
      phone.send("mei", "lin", "file", file);

      assertFetched(client, "picture", picture);
      if (peer == Peer.WECHAT4U) { // the other one knows no files
        assertFetched(client, "file", file);
      }
      assertThat(client.errors()).as("what %s complained of", peer).isEmpty();
    }
  }

  private static void assertFetched(DrivenClient client, String kind, Path file) throws Exception {
    JsonNode media = client.await("media", seen -> seen.get("kind").asString().equals(kind));
    assertThat(media.get("size").asLong()).isEqualTo(Files.size(file));
    assertThat(media.get("md5").asString()).isEqualTo(md5(file));
  }

  @ParameterizedTest
  @EnumSource
  void renamesARoomAndAcceptsAFriend(Peer peer) throws Exception {
    assumeThere(peer);
    try (Island island = Island.open(folder)) {
      Phone phone = SampleServer.start(island);
      DrivenClient client = peer.start(island);
      logIn(client, phone);
      phone.add("dana", "达娜");

      client.rename("项目组", "新项目组");
      phone.ask("dana", "lin", "你好，我是达娜");
      client.await("request", seen -> seen.get("from").asString().equals("达娜"));
      client.accept();

      assertThat(phone.names("lin").rooms()).containsEntry("team", "新项目组");
      assertThat(phone.names("lin").contacts()).containsEntry("dana", "达娜");
      assertThat(client.errors()).as("what %s complained of", peer).isEmpty();
    }
  }

  private Path picture() throws IOException {
    Path path = folder.resolve("goose.jpg");
    BufferedImage image = new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB);
    assertThat(ImageIO.write(image, "jpg", path.toFile())).isTrue();
    return path;
  }

  private Path file(String name, int length) throws IOException {
    return Files.write(folder.resolve(name), Randomness.seeded(5).bytes(length));
  }

  private static String md5(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}

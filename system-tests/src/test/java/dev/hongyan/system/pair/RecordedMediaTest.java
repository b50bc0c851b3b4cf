// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.http.HttpTransport;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.people.ContactOutcome;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.login.CodePicture;
import dev.hongyan.protocol.message.FileShare;
import dev.hongyan.protocol.message.FriendRequest;
import dev.hongyan.protocol.message.Link;
import dev.hongyan.protocol.message.Location;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.Picture;
import dev.hongyan.protocol.message.Quote;
import dev.hongyan.protocol.message.Voice;
import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.recording.Recorder;
import dev.hongyan.server.recording.Replay;
import dev.hongyan.server.script.Cast;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.AppContent;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.MediaContent;
import dev.hongyan.server.world.MessageId;
import dev.hongyan.server.world.Switch;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A recording with pictures, voices, files and XML in it plays again, with nothing of anybody. */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class RecordedMediaTest {

  private static final String CANARY = "Kanarienvogel 金丝雀在唱歌";

  private static final Origin HERE = new Origin("http", "localhost:7600");

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final List<String> words = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path folder;

  @Test
  void theServersRecordingPlaysAgain(TestServer other) throws Exception {
    Path file = folder.resolve("server.jsonl");
    VirtualTime time = other.virtualTime();
    try (Recorder recorder = Recorder.into(file, time);
        Server server =
            Server.withoutSockets(ServerOptions.inMemory(), time, Randomness.seeded(5), recorder)) {
      Cast cast = new Cast(server.world());
      live(
          other,
          cast,
          (request, limits) -> server.handle(request, Server.MEMORY),
          uuid -> {
            assertThat(code(server, uuid)).endsWith("/l/" + uuid.value());
            cast.person("lin").phone().scan(uuid.value()).confirm();
          });
    }

    assertThat(told).hasSize(9);
    holdsNoCanary(file);
    List<String> before = List.copyOf(told);
    List<String> said = List.copyOf(words);
    playsAgain(other, file);
    assertThat(told).containsExactlyInAnyOrderElementsOf(before);
    assertThat(words).hasSameSizeAs(said).doesNotContainAnyElementsOf(said);
  }

  @Test
  void theClientsRecordingPlaysAgain(TestServer server) throws Exception {
    Path file = folder.resolve("client.jsonl");
    HttpTransport open = (request, limits) -> server.path().exchange(request);
    live(
        server,
        server.cast(),
        HttpTransport.recording(open, file, server.time()),
        uuid -> server.person("lin").phone().scan(uuid.value()).confirm());

    assertThat(told).hasSize(9);
    holdsNoCanary(file);
    List<String> before = List.copyOf(told);
    playsAgain(server, file);
    assertThat(told).containsExactlyInAnyOrderElementsOf(before);
  }

  private interface Phone {
    void sees(LoginUuid uuid) throws InterruptedException;
  }

  /** Something of everything comes in, and is fetched; whoever asks becomes a friend. */
  private void live(TestServer clock, Cast cast, HttpTransport transport, Phone phone)
      throws Exception {
    Person lin = cast.person("lin");
    Person mei = cast.person("mei");
    Person chen = cast.enters("chen", "陈" + CANARY);
    lin.isTreated(Switch.MEDIA_CONTENT, MediaContent.XML);
    try (WeChat client = client(clock, transport)) {
      client.login(step -> {
        if (step instanceof LoginEvent.CodeIssued code) {
          seen(phone, code.uuid());
        }
      });
      client.start();
      MessageId first = mei.says("早").to(lin);
      mei.sendsPicture(CANARY + ".jpg", with(image("jpeg"), 40_000)).to(lin);
      mei.sendsVoice(with("ID3\3\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1), 5_000), HALF)
          .to(lin);
      mei.sendsFile(CANARY + ".pdf", with("%PDF-1.4".getBytes(StandardCharsets.UTF_8), 12_345))
          .to(lin);
      mei.sends(new AppContent.Link(CANARY, CANARY + "!", "https://example.com/" + CANARY, CANARY))
          .to(lin);
      mei.sends(new Content.Quote(CANARY + "?", first)).to(lin);
      mei.sends(new Content.Location(22.54, 113.95, CANARY, CANARY)).to(lin);
      chen.asks(lin, CANARY + " :)");
      clock.elapse(Duration.ofMinutes(2));
      client.logout();
    }
  }

  private static final Duration HALF = Duration.ofMillis(500);

  private static void seen(Phone phone, LoginUuid uuid) {
    try {
      phone.sees(uuid);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void playsAgain(TestServer clock, Path file) throws Exception {
    told.clear();
    words.clear();
    List<String> unmatched = Collections.synchronizedList(new ArrayList<>());
    Replay replay = Replay.of(file, clock.time(), unmatched::add);
    try (Server again =
            Server.withoutSockets(
                ServerOptions.inMemory(), clock.time(), Randomness.seeded(2), replay);
        WeChat client = client(clock, (request, limits) -> again.handle(request, Server.MEMORY))) {
      LoginOutcome outcome =
          client.login(step -> {
            if (step instanceof LoginEvent.CodeIssued code && file.endsWith("server.jsonl")) {
              seen(
                  uuid -> assertThat(code(again, uuid)).endsWith("/l/" + uuid.value()),
                  code.uuid());
            }
          });
      assertThat(outcome).isInstanceOf(LoginOutcome.LoggedIn.class);
      client.start();
      clock.elapse(Duration.ofMinutes(5));
      client.logout();
    }
    assertThat(unmatched).isEmpty();
  }

  private WeChat client(TestServer clock, HttpTransport transport) {
    WeChat client =
        WeChat.builder()
            .server(clock.uri())
            .transport(transport)
            .time(clock.time())
            .randomness(Randomness.seeded(13))
            .build();
    client.onMessage((chat, message) -> told.add(look(client, chat, message)));
    return client;
  }

  /** What can be told of a message without anybody's words. */
  private String look(WeChat client, Chat chat, Message message) throws InterruptedException {
    MessageKind kind = message.kind();
    String name = kind.getClass().getSimpleName();
    return switch (kind) {
      case MessageKind.Text(String text) -> name + " " + text.length();
      case Link link -> {
        words.addAll(List.of(link.title(), link.description(), link.url()));
        yield name + " " + link.url().startsWith("https://") + link.title().length();
      }
      case Quote quote -> {
        words.add(quote.reply());
        yield name + " " + quote.reply().length();
      }
      case Location place -> {
        words.add(place.label());
        yield name + " " + place.label().length() + " " + place.scale();
      }
      case FriendRequest request -> {
        words.addAll(List.of(request.greeting(), request.ticket().value()));
        assertThat(client.accept(request)).isEqualTo(new ContactOutcome.Done());
        yield name + " " + request.greeting().length() + " " + request.scene();
      }
      case FileShare file -> {
        words.add(file.name());
        yield name
            + " "
            + file.size()
            + " "
            + fetched(chat, message)
            + file.name().endsWith(".pdf");
      }
      case Picture _, Voice _ -> name + " " + fetched(chat, message);
      default -> name;
    };
  }

  private static String fetched(Chat chat, Message message) throws InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    chat.download(message).to(out);
    byte[] bytes = out.toByteArray();
    boolean isJpeg = bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8;
    boolean isSound = bytes[0] == 'I' && bytes[1] == 'D';
    return bytes.length + (isJpeg ? " jpeg" : isSound ? " mp3" : " data");
  }

  private static String code(Server server, LoginUuid uuid) throws InterruptedException {
    try {
      var request = CodePicture.CALL.request(uuid, HERE, new CallContext(0, "zh_CN", ""));
      byte[] picture =
          CodePicture.CALL.reply(server.handle(request, Server.MEMORY)).bytes().bytes();
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
      int width = image.getWidth();
      int height = image.getHeight();
      int[] points = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
      var bits = new HybridBinarizer(new RGBLuminanceSource(width, height, points));
      return new QRCodeReader().decode(new BinaryBitmap(bits)).getText();
    } catch (IOException | com.google.zxing.ReaderException e) {
      throw new AssertionError("no readable picture", e);
    }
  }

  private static void holdsNoCanary(Path file) throws IOException {
    String recording = Files.readString(file);
    assertThat(recording).contains("&lt;appmsg", "&lt;voicemsg", "&lt;img", "fromnickname");
    for (String secret : List.of("Kanarienvogel", "金丝雀", "唱歌", "113.95", "22.54", "陈")) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      assertThat(recording)
          .as(secret)
          .doesNotContain(secret)
          .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }
    assertThat(recording).doesNotContain(Base64.getEncoder().encodeToString(filler(300)));
  }

  /** A content with a canary in it, as long as wanted. */
  private static byte[] with(byte[] start, int size) {
    byte[] bytes = filler(size);
    System.arraycopy(start, 0, bytes, 0, start.length);
    return bytes;
  }

  private static byte[] filler(int size) {
    return Arrays.copyOf(CANARY.repeat(size).getBytes(StandardCharsets.UTF_8), size);
  }

  private static byte[] image(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), format, out))
        .isTrue();
    return out.toByteArray();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.media.FileDownload;
import dev.hongyan.protocol.media.PictureDownload;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.media.VideoDownload;
import dev.hongyan.protocol.media.VoiceDownload;
import dev.hongyan.protocol.message.SendFile;
import dev.hongyan.server.fault.Denial;
import dev.hongyan.server.fault.Distortion;
import dev.hongyan.server.fault.Fault;
import dev.hongyan.server.fault.StandingOrder;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Switch;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import dev.hongyan.time.Randomness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong, a file arrives whole and once, or its sender hears that it has not. */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class MediaHealingTest {

  private static final byte[] CONTENT = Randomness.seeded(5).bytes(1_300_000);

  @TempDir Path folder;

  /** What came in, and the chat it came in. */
  private record Arrival(Chat chat, Message message) {}

  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

  static Stream<Fault> faults() {
    return FaultHealingTest.faults();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFileIsSentOnceAndWholeOrNot(Fault fault, TestServer server) throws Exception {
    Person mei = server.person("mei");
    Path file = Files.write(folder.resolve("a.bin"), CONTENT);
    try (WirePair pair = WirePair.at(server).online("lin")) {
      StandingOrder chunks = server.faults().inject(fault.on(UploadMedia.CALL).times(2));
      StandingOrder sends = server.faults().inject(fault.on(SendFile.CALL).times(1));
      List<SendOutcome> outcomes = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        outcomes.add(pair.chat("梅").send(file));
      }

      // No for each of the chunks and for the message.
      int arrived = fault instanceof Denial.Refusal ? 1 : 4;
      assertThat(outcomes.stream().filter(SendOutcome.Sent.class::isInstance))
          .as(outcomes.toString())
          .hasSize(arrived);
      assertThat(mei.messages())
          .hasSize(arrived)
          .allSatisfy(message -> assertThat(mei.opens(message)).isEqualTo(CONTENT));
      assertThat(chunks.isSpent() && sends.isSpent()).isTrue();
    }
    assertThat(server.violations().errors()).isZero();
  }

  /** Of what a file should be there is no saying but how long: noise may be what was sent. */
  static Stream<Fault> faultsThatShow() {
    return faults()
        .filter(fault -> fault.suits(FileDownload.CALL) && !(fault instanceof Distortion.Garbage));
  }

  /** A file that HTTP took for whole was taken for whole, though it had half its size. */
  @ParameterizedTest
  @MethodSource("faultsThatShow")
  void aFileComesWhole(Fault fault, TestServer server) throws Exception {
    StandingOrder standing = server.faults().inject(fault.on(FileDownload.CALL).times(2));
    try (WirePair pair = receiving(server)) {
      server.person("mei").sendsFile("a.bin", CONTENT).to(server.person("lin"));

      assertThat(download(pair, server)).hasBinaryContent(CONTENT);
      assertThat(download(pair, server)).hasBinaryContent(CONTENT);
      assertThat(standing.isSpent()).isTrue();
    }
    assertThat(server.violations().errors()).isZero();
  }

  static Stream<Arguments> sourcesAndTroubles() {
    List<Fault> troubles =
        faultsThatShow().filter(fault -> !(fault instanceof Distortion.Truncated)).toList();
    return Stream.of("picture", "voice", "video")
        .flatMap(kind -> troubles.stream().map(fault -> Arguments.of(kind, fault)));
  }

  @ParameterizedTest
  @MethodSource("sourcesAndTroubles")
  void whatIsShownOrHeardComesWhole(String kind, Fault fault, TestServer server) throws Exception {
    Person mei = server.person("mei");
    Map<String, Call<?, ?>> calls =
        Map.of(
            "picture", PictureDownload.CALL,
            "voice", VoiceDownload.CALL,
            "video", VideoDownload.CALL);
    Duration length = Duration.ofSeconds(3);
    StandingOrder standing =
        server.faults().inject(fault.on(calls.getOrDefault(kind, VideoDownload.CALL)).times(2));
    try (WirePair pair = receiving(server)) {
      (switch (kind) {
            case "picture" -> mei.sendsPicture("a.png", CONTENT);
            case "voice" -> mei.sendsVoice(CONTENT, length);
            default -> mei.sendsVideo("c.mp4", CONTENT, length);
          })
          .to(server.person("lin"));

      assertThat(download(pair, server)).hasBinaryContent(CONTENT);
      assertThat(download(pair, server)).hasBinaryContent(CONTENT);
      assertThat(standing.isSpent()).isTrue();
    }
    assertThat(server.violations().errors()).isZero();
  }

  /** Protocol reference 3.20: a download may be empty before there is anything. */
  @Test
  void anEmptyAnswerIsAskedForAgain(TestServer server) throws Exception {
    server.person("lin").isTreated(Switch.EMPTY_MEDIA, 2);
    try (WirePair pair = receiving(server)) {
      server.person("mei").sendsPicture("a.png", CONTENT).to(server.person("lin"));

      assertThat(download(pair, server)).hasBinaryContent(CONTENT);
    }
    assertThat(server.requests().count("webwxgetmsgimg")).isEqualTo(3);
  }

  private WirePair receiving(TestServer server) throws InterruptedException {
    WirePair pair = WirePair.at(server);
    pair.client().onMessage((chat, message) -> arrivals.add(new Arrival(chat, message)));
    return pair.online("lin");
  }

  private Path download(WirePair pair, TestServer server) throws InterruptedException {
    assertThat(pair.client().handlerFailures()).isZero();
    server.elapse(Duration.ofMinutes(1));
    Arrival arrival = arrivals.getFirst();
    return arrival.chat.download(arrival.message).into(folder);
  }
}

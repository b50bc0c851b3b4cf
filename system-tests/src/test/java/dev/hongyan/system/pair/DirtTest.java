// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.message.Message;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.message.Link;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.server.fault.Distortion;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.AppContent;
import dev.hongyan.server.world.Dirt;
import dev.hongyan.server.world.Dirtiness;
import dev.hongyan.server.world.MediaContent;
import dev.hongyan.server.world.QuoteForm;
import dev.hongyan.server.world.Switch;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However dirty the bytes are, what is delivered is what a person would read (section 6). */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class DirtTest {

  private static final Pattern NUMBER = Pattern.compile("(\"\\w+\": ?)(-?[0-9]+)(?=,?\\s)");

  private final List<Message> received = new CopyOnWriteArrayList<>();

  private WirePair online(TestServer server) throws InterruptedException {
    return online(WirePair.at(server));
  }

  private WirePair online(WirePair pair) throws InterruptedException {
    pair.client().onMessage((_, message) -> received.add(message));
    return pair.online("lin");
  }

  private List<String> texts() {
    return received.stream().map(message -> ((MessageKind.Text) message.kind()).content()).toList();
  }

  /** How a person reads what each defect leaves at the end of a name or a text. */
  private static String read(Dirt defect) {
    return switch (defect) {
      case CUT_CHARACTER -> "\uFFFD";
      case CONTROL_CHARACTER -> "\u000B";
      case EMOJI_SPAN -> "😂";
      case BROKEN_SPAN -> "👐";
      case ENTITY -> "&";
      case DOUBLE_ESCAPE -> "&lt;";
      case LINE_BREAK -> "\n";
      case ODD_SPACE -> "\u2005";
      case PRIVATE_USE -> "\uE415";
    };
  }

  @ParameterizedTest
  @EnumSource
  void eachDefectIsMended(Dirt defect, TestServer server) throws InterruptedException {
    server.person("lin").isTreated(Switch.DIRTY_DATA, new Dirtiness(Set.of(defect)));
    try (WirePair pair = online(server)) {
      server.person("mei").says("早上好").to(server.person("lin"));
      server.elapse(Duration.ofMinutes(1));

      assertThat(texts()).containsExactly("早上好" + read(defect));
      assertThat(received.getFirst().sender().name()).startsWith("梅");
      assertThat(pair.client().chat(received.getFirst().chat()).send("早"))
          .isInstanceOf(SendOutcome.Sent.class);
    }
    assertThat(server.violations().errors()).isZero();
  }

  @Test
  void allDefectsAtOnceLoseNoMessage(TestServer server) throws InterruptedException {
    Person lin = server.person("lin");
    lin.isTreated(Switch.DIRTY_DATA, new Dirtiness(EnumSet.allOf(Dirt.class)));
    server.faults().inject(new Distortion.WrongCharset("GBK").everywhere());
    List<String> lines = IntStream.range(0, 40).mapToObj(i -> "第" + i + "行").toList();
    try (WirePair _ = online(server)) {
      for (String line : lines) {
        server.person("mei").says(line).to(lin);
        server.person("bo").says(line).to(server.room("team"));
      }
      server.elapse(Duration.ofMinutes(2));
    }

    assertThat(texts()).hasSize(2 * lines.size());
    assertThat(lines)
        .allSatisfy(
            line -> assertThat(texts().stream().filter(text -> text.startsWith(line))).hasSize(2));
    assertThat(server.violations().errors()).isZero();
  }

  /** Protocol reference 6.3: what is a number here is text there. */
  @Test
  void numbersMayBeText(TestServer server) throws InterruptedException {
    WirePair pair = WirePair.over((request, _) -> asText(server.path().exchange(request)), server);
    try (pair) {
      online(pair);
      server.person("mei").says("早").to(server.person("lin"));
      server.elapse(Duration.ofMinutes(1));

      assertThat(pair.chat("梅").send("早")).isInstanceOf(SendOutcome.Sent.class);
    }
    assertThat(texts()).containsExactly("早");
    assertThat(server.violations().errors()).isZero();
  }

  private static WebReply asText(WebReply reply) {
    String quoted = NUMBER.matcher(reply.body().text()).replaceAll("$1\"$2\"");
    return reply.body().text().startsWith("{")
        ? new WebReply(reply.status(), reply.headers(), Body.of(quoted))
        : reply;
  }

  @Test
  void thousandsOfMessagesComeAtOnce(TestServer server) throws InterruptedException {
    Person lin = server.person("lin");
    List<String> lines = IntStream.range(0, 2_000).mapToObj(Integer::toString).toList();
    try (WirePair pair = online(server)) {
      pair.road().isClosed(true);
      server.elapse(Duration.ofMinutes(1));
      for (String line : lines) {
        server.person("mei").says(line).to(lin);
      }
      pair.road().isClosed(false);
      server.elapse(Duration.ofMinutes(10));
    }

    assertThat(texts()).containsExactlyElementsOf(lines);
  }

  /** Text within XML within text: escaped once for each. */
  @Test
  void whatIsWrittenInXmlIsReadAsItWasWritten(TestServer server) throws InterruptedException {
    String title = "a < b & \"c\" &amp; <br/> ]]> 😂 <title>no</title>";
    server.person("lin").isTreated(Switch.MEDIA_CONTENT, MediaContent.XML);
    server.person("lin").isTreated(Switch.QUOTES, QuoteForm.APP);
    try (WirePair _ = online(server)) {
      server
          .person("mei")
          .sends(new AppContent.Link(title, title, "https://example.com/?a=1&b=<2>", ""))
          .to(server.person("lin"));
      server.person("mei").says("&lt;appmsg&gt;<msg>").to(server.person("lin"));
      server.elapse(Duration.ofMinutes(1));
    }

    Link link = (Link) received.getFirst().kind();
    assertThat(link.title()).isEqualTo(title);
    assertThat(link.url()).isEqualTo("https://example.com/?a=1&b=<2>");
    assertThat(((MessageKind.Text) received.getLast().kind()).content())
        .isEqualTo("&lt;appmsg&gt;<msg>");
  }
}

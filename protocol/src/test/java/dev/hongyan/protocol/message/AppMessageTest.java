// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.message.AppMessage.Attachment;
import dev.hongyan.protocol.message.AppMessage.Head;
import dev.hongyan.protocol.message.AppMessage.MiniApp;
import dev.hongyan.protocol.message.AppMessage.Push;
import dev.hongyan.protocol.message.AppMessage.Reference;
import dev.hongyan.protocol.message.AppMessage.Sound;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The skeleton that all app messages share (protocol reference 5.8). */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class AppMessageTest {

  private static final AppMessage LINK =
      AppMessage.of(
          5, new Head(Kinds.HARD, "<b> & co", "https://example.org/?a=1&b=2", "t.jpg", "雁行"));

  static Stream<AppMessage> messages() {
    return Stream.of(
        LINK,
        LINK.withSound(new Sound("https://example.org/a&b.mp3", "https://example.org/low.mp3")),
        LINK.withAttachment(new Attachment(5_000_000_000L, "@crypt_<1>", "tar.gz")),
        LINK.withMiniApp(new MiniApp("gh_1@app", "wx1", "pages/index?x=1&y=2")),
        LINK.withReference(new Reference(1, Long.MAX_VALUE, "梅 & Bo", "<i>earlier</i>")),
        LINK.withPush(new Push(List.of(article("北"), article("南")))));
  }

  private static Articles.Article article(String title) {
    return new Articles.Article(
        title, "https://example.org/1", Instant.ofEpochSecond(1_700_000_000), "c.jpg", "a & b");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void readsWhatItWrote(AppMessage message) {
    MessageItem item = arrived(message.draft("wxid_lin"));

    assertThat(item.type()).isEqualTo(MessageKind.APP);
    assertThat(item.appType()).isEqualTo(5);
    assertThat(AppMessage.read(item, item.content())).isEqualTo(message);
  }

  @Test
  void theFieldsBesideTheXmlTellWhatIsLeftWithoutIt() {
    MessageItem item = arrived(LINK.draft("wxid_lin"));

    AppMessage read = AppMessage.read(item, "");

    assertThat(read)
        .isEqualTo(AppMessage.of(5, new Head(LINK.head().title(), "", LINK.head().url(), "", "")));
  }

  @Test
  void theXmlTellsMoreThanTheFieldsBesideIt() {
    MessageItem item = arrived(AppMessage.of(5, Head.of("Cut of…", "")).draft(""));

    AppMessage read = AppMessage.read(item, arrived(LINK.draft("")).content());

    assertThat(read).isEqualTo(LINK);
  }

  private static MessageItem arrived(Draft draft) {
    return draft.item(Kinds.PRIVATE);
  }
}

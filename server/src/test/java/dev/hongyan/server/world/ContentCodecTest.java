// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ContentCodecTest {

  private static final Media MEDIA =
      new Media("ab".repeat(32), "cd".repeat(16), 1_234_567, "image/png", 640, 480, Duration.ZERO);
  private static final Attachment FILE = new Attachment(MEDIA, "图 1:2.png");

  @ParameterizedTest
  @MethodSource
  void everyContentComesBackAsItWas(Content content) {
    String kept = ContentCodec.encode(content);

    assertThat(ContentCodec.decode(content.kind(), kept)).isEqualTo(content);
  }

  static Stream<Content> everyContentComesBackAsItWas() {
    return Stream.of(
        new Content.Text("3:abc\n"),
        new Content.Note("加入了群聊"),
        new AttachedContent.Picture(FILE),
        new AttachedContent.Voice(FILE, Duration.ofMillis(3215)),
        new AttachedContent.Video(FILE, Duration.ofSeconds(10), true, Optional.empty()),
        new AttachedContent.Video(FILE, Duration.ofSeconds(10), false, Optional.of(MEDIA)),
        new AttachedContent.Emoticon(FILE),
        new Content.Sticker("ef".repeat(16)),
        new AttachedContent.File(FILE),
        new Content.Location(22.54, -113.95, "深圳市", ""),
        new Content.Request(new AccountId(8), "我是 雨", 14, "v2_0@stranger"),
        new Content.Card(new AccountId(7)),
        new AppContent.Link("5:title", "d", "https://example.org/?a=1&b=2", ""),
        new AppContent.Music("t", "", "u", "s"),
        new AppContent.MiniProgram("t", "p", "u"),
        new AppContent.Transfer("¥8.00", ""),
        new AppContent.RedPacket("恭喜发财"),
        new Content.Quote("so true", new MessageId(42)),
        new Content.LiveLocation(),
        new AppContent.Articles(
            List.of(
                new AppContent.Article("one", "", "u", "c", Instant.ofEpochMilli(5)),
                new AppContent.Article("two", "d", "v", "", Instant.EPOCH))),
        new Content.Call(Content.Call.Stage.ENDED),
        new Content.Recall(new MessageId(9_223_372_036_854_775_807L)),
        new Content.Unsupported());
  }

  @Test
  void coversEveryKindThereIs() {
    long kinds =
        Stream.of(Content.class.getPermittedSubclasses())
            .flatMap(type ->
                type.isSealed() ? Stream.of(type.getPermittedSubclasses()) : Stream.of(type))
            .count();

    assertThat(everyContentComesBackAsItWas().map(Content::kind).distinct().count())
        .isEqualTo(kinds);
  }

  // Found by fuzzing: a content that was cut short ended with an IndexOutOfBoundsException, a
  // number
  // that was too large with an ArithmeticException; nobody who reads messages expects either.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1:1",
        "1:11:",
        "1:19:short",
        "1:1-1:",
        "1:12147483647:x",
        "19:9223372036854775807"
      })
  void aContentThatIsBrokenIsRefused(String kept) {
    assertThatThrownBy(() -> ContentCodec.decode("sticker", kept))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNewerVersionIsNotGuessedAt() {
    assertThatThrownBy(() -> ContentCodec.decode("card", "1:91:7"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 9");
  }

  @Test
  void aCardOfVersionOneCanAlwaysBeRead() {
    assertThat(ContentCodec.decode("card", "1:11:7")).isEqualTo(new Content.Card(new AccountId(7)));
  }
}

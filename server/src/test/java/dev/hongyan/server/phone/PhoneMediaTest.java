// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.AttachedContent;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.Recalls;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything but words, sent from phones. */
@Timeout(60)
class PhoneMediaTest extends PhoneApiCase {

  private static final byte[] BYTES = {1, 2, 3};
  private static final String BASE64 = Base64.getEncoder().encodeToString(BYTES);

  @ParameterizedTest
  @CsvSource({"picture", "emoticon", "voice", "video", "file"})
  void filesOfEveryKindAreSentAndFetched(String kind) throws Exception {
    WebReply sent = say("\"%s\":\"%s\",\"name\":\"../名 1.bin\"".formatted(kind, BASE64));
    String listed = get("messages?account=lin");
    WebReply fetched = reply("GET", "media/" + newest().id());

    assertThat(sent.status()).isEqualTo(201);
    assertThat(listed)
        .contains("\"type\":\"" + kind + "\"")
        .contains(
            "\"media\":{\"name\":\"名 1.bin\",\"size\":3,"
                + "\"md5\":\"5289df737df57326fcdd22597afb1fac\","
                + "\"type\":\"application/octet-stream\"}");
    assertThat(fetched.body().open().readAllBytes()).isEqualTo(BYTES);
    assertThat(fetched.headers().first("Content-Disposition").orElseThrow()).doesNotContain("/");
    assertThat(fetched.headers().first("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void voicesAndVideosHaveALength() {
    say("\"voice\":\"%s\",\"seconds\":3.2".formatted(BASE64));
    assertThat(((AttachedContent.Voice) newest().content()).length())
        .isEqualTo(Duration.ofMillis(3200));
    say("\"video\":\"%s\",\"seconds\":10,\"short\":true,\"cover\":\"%1$s\"".formatted(BASE64));

    AttachedContent.Video video = (AttachedContent.Video) newest().content();

    assertThat(video.brief()).isTrue();
    assertThat(video.cover()).isPresent();
    assertThat(get("messages?account=lin"))
        .contains("\"about\":{\"cover\":\"application/octet-stream\",\"seconds\":\"10\"}");
  }

  @Test
  void theRestIsSentByItsFacts() {
    say("\"location\":{\"latitude\":22.54,\"longitude\":113.95,\"label\":\"深圳\"}");
    say("\"card\":\"bo\"");
    say("\"link\":{\"title\":\"t\",\"url\":\"https://example.org\"}");
    say("\"music\":{\"title\":\"t\",\"url\":\"https://example.org\"}");
    say("\"miniProgram\":{\"title\":\"t\",\"program\":\"p\"}");
    say("\"transfer\":{\"amount\":\"¥8.00\"}");
    say("\"redPacket\":\"恭喜发财\"");
    say("\"articles\":[{\"title\":\"t\",\"url\":\"u\",\"time\":\"2026-02-01T00:00:00Z\"}]");
    say("\"call\":\"ringing\"");
    say("\"liveLocation\":true");
    say("\"unsupported\":true");
    say("\"sticker\":\"%s\"".formatted("ab".repeat(16)));
    say("\"quote\":{\"text\":\"so\",\"of\":\"%s\"}".formatted(newest().id()));

    assertThat(all())
        .extracting(message -> message.content().kind())
        .containsExactly(
            "location",
            "card",
            "link",
            "music",
            "mini-program",
            "transfer",
            "red-packet",
            "articles",
            "call",
            "live-location",
            "unsupported",
            "sticker",
            "quote");
    assertThat(get("messages?account=lin"))
        .contains("\"about\":{\"account\":\"bo\"}", "\"latitude\":\"22.54\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"picture\":\"no base64!§\"', 400",
    "'\"picture\":\"\"', 400",
    "'\"text\":\"a\",\"card\":\"bo\"', 400",
    "'\"card\":\"nobody\"', 404",
    "'\"location\":{\"latitude\":91,\"longitude\":0}', 400",
    "'\"location\":{\"latitude\":1}', 400",
    "'\"link\":{\"title\":\"t\",\"url\":\"u\",\"other\":1}', 400",
    "'\"call\":\"maybe\"', 400",
    "'\"quote\":{\"text\":\"t\",\"of\":\"x\"}', 400",
    "'\"voice\":\"AQID\",\"seconds\":-1', 400",
    "'\"name\":\"x\"', 400"
  })
  void whatMakesNoMessageIsRefused(String said, int status) {
    assertThat(say(said).status()).isEqualTo(status);
    assertThat(all()).isEmpty();
  }

  @Test
  void largePicturesAreRefused() {
    String large = Base64.getEncoder().encodeToString(new byte[(20 << 20) + 1]);

    assertThat(say("\"picture\":\"" + large + "\"").status()).isEqualTo(413);
    assertThat(world.media().used()).isZero();
  }

  @Test
  void aMessageIsRecalledForTwoMinutes() throws Exception {
    say("\"text\":\"typo\"");
    String id = newest().id().toString();

    assertThat(recall("lin", id).status()).isEqualTo(404);
    assertThat(recall("mei", "x").status()).isEqualTo(400);
    assertThat(recall("mei", id).status()).isEqualTo(201);
    assertThat(get("messages?account=lin"))
        .contains("\"type\":\"recall\"", "\"about\":{\"of\":\"" + id + "\"}", "typo");
    say("\"text\":\"late\"");
    String late = newest().id().toString();
    time.advance(Recalls.LIMIT.plusMillis(1));
    assertThat(recall("mei", late).status()).isEqualTo(409);
  }

  @Test
  void whatCameWithNothingHasNoMedia() {
    say("\"text\":\"words\"");

    assertThat(reply("GET", "media/" + newest().id()).status()).isEqualTo(404);
    assertThat(reply("GET", "media/7").status()).isEqualTo(404);
    assertThat(reply("GET", "media/x").status()).isEqualTo(400);
  }

  private List<Message> all() {
    return world.messages().onPhone(world.accounts().named("lin").orElseThrow().id(), 0, 100);
  }

  private Message newest() {
    return all().getLast();
  }

  private WebReply say(String what) {
    return post("messages", "{\"from\":\"mei\",\"to\":\"lin\"," + what + "}");
  }

  private WebReply recall(String account, String id) {
    return post("recall", "{\"account\":\"%s\",\"id\":\"%s\"}".formatted(account, id));
  }
}

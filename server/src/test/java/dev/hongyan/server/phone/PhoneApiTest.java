// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.fault.Faults;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.EndReason;
import dev.hongyan.server.world.PollOutcome;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PhoneApiTest extends PhoneApiCase {

  @Test
  void showsCodesFromBirthToConfirmation() throws Exception {
    String uuid = world.codes().create("client").orElseThrow();
    time.advance(Duration.ofSeconds(12));

    assertThat(get("codes"))
        .isEqualTo(
            "{\"codes\":[{\"uuid\":\"%s\",\"state\":\"new\",\"profile\":\"web\",\"account\":null,\"age\":12}]}"
                .formatted(uuid));
    assertThat(post("scan", "{\"uuid\":\"%s\",\"account\":\"lin\"}".formatted(uuid)).status())
        .isEqualTo(204);
    assertThat(get("codes"))
        .contains("\"state\":\"scanned\",\"profile\":\"web\",\"account\":\"lin\"");
    assertThat(world.codes().poll(uuid, true, Duration.ZERO))
        .isInstanceOf(PollOutcome.Scanned.class);
    assertThat(post("confirm", "{\"uuid\":\"%s\"}".formatted(uuid)).status()).isEqualTo(204);
    assertThat(get("codes")).contains("\"state\":\"confirmed\"");
    assertThat(world.codes().poll(uuid, true, Duration.ZERO))
        .isInstanceOf(PollOutcome.Confirmed.class);
  }

  @Test
  void cancelsAScannedCode() throws Exception {
    String uuid = world.codes().create("client").orElseThrow();
    world.codes().scan(uuid, "lin");

    assertThat(post("cancel", "{\"uuid\":\"%s\"}".formatted(uuid)).status()).isEqualTo(204);

    assertThat(world.codes().poll(uuid, true, Duration.ZERO))
        .isInstanceOf(PollOutcome.Cancelled.class);
    assertThat(get("codes")).isEqualTo("{\"codes\":[]}");
  }

  @Test
  void scansTheTextOfAPictureAndThePictureItself() throws Exception {
    String one = world.codes().create("client").orElseThrow();
    String other = world.codes().create("client").orElseThrow();
    String text = "https://login.weixin.qq.com/l/" + other;

    WebReply pasted =
        post("scan", "{\"uuid\":\"http://h/l/%s\",\"account\":\"lin\"}".formatted(one));
    WebReply shown =
        post("scan", "{\"picture\":\"%s\",\"account\":\"mei\"}".formatted(picture(text)));

    assertThat(pasted.status()).isEqualTo(204);
    assertThat(shown.status()).as(shown.body().text()).isEqualTo(204);
    assertThat(get("codes")).contains("\"account\":\"lin\"", "\"account\":\"mei\"");
  }

  @Test
  void refusesAPictureThatIsNoneOrShowsNoCodeOrIsABomb() throws Exception {
    assertField("scan", "{\"picture\":\"????\",\"account\":\"lin\"}", 400, "picture");
    assertField("scan", "{\"picture\":\"aGVsbG8=\",\"account\":\"lin\"}", 400, "picture");
    String white = base64(new BufferedImage(60, 60, BufferedImage.TYPE_BYTE_GRAY));
    assertField(
        "scan", "{\"picture\":\"%s\",\"account\":\"lin\"}".formatted(white), 400, "picture");

    String bomb = Base64.getEncoder().encodeToString(pngHeader(60_000, 60_000));
    WebReply reply = post("scan", "{\"picture\":\"%s\",\"account\":\"lin\"}".formatted(bomb));

    assertThat(reply.status()).isEqualTo(413);
  }

  @Test
  void writesAndReadsMessages() {
    WebReply toLin =
        post("messages", "{\"from\":\"mei\",\"to\":\"lin\",\"text\":\"你好 \\\"lin\\\"\"}");
    WebReply toTeam = post("messages", "{\"from\":\"bo\",\"to\":\"team\",\"text\":\"hello\"}");

    assertThat(toLin.status()).isEqualTo(201);
    String first = toLin.body().text().replaceAll("[^0-9]", "");
    String second = toTeam.body().text().replaceAll("[^0-9]", "");
    assertThat(get("messages?account=lin"))
        .isEqualTo(
            ("{\"messages\":[{\"id\":\"%s\",\"clientId\":null,\"from\":\"mei\",\"to\":\"lin\","
                    + "\"room\":null,\"type\":\"text\",\"text\":\"你好 \\\"lin\\\"\",\"media\":null,"
                    + "\"call\":null,\"time\":\"2026-03-01T08:00:00Z\"},"
                    + "{\"id\":\"%s\",\"clientId\":null,\"from\":\"bo\",\"to\":\"team\","
                    + "\"room\":\"team\",\"type\":\"text\",\"text\":\"hello\",\"media\":null,"
                    + "\"call\":null,\"time\":\"2026-03-01T08:00:00Z\"}]}")
                .formatted(first, second));
    assertThat(get("messages?account=lin&after=" + first)).doesNotContain(first).contains(second);
    assertThat(get("messages?account=lin&limit=1")).contains(first).doesNotContain(second);
    assertThat(get("messages?account=an")).contains(second).doesNotContain(first);
  }

  @Test
  void tellsTheWorldInAShapeThatMakesTheSameWorld() {
    send(
        "PATCH",
        "contacts",
        "{\"account\":\"lin\",\"with\":\"bo\",\"remark\":\"Wave\",\"pinned\":true,\"blocked\":true}");
    send("PATCH", "members", "{\"account\":\"bo\",\"room\":\"team\",\"pinned\":true}");

    String told = get("world");

    assertThat(told)
        .startsWith(
            "{\"accounts\":[{\"id\":\"lin\",\"nickName\":\"林\",\"alias\":\"\",\"type\":\"person\","
                + "\"contacts\":[")
        .contains("\"nickName\":\"鸿雁晨报\",\"alias\":\"\",\"type\":\"official\"")
        .contains(
            "{\"id\":\"mei\",\"remark\":\"\",\"pinned\":false,\"muted\":false,"
                + "\"starred\":false,\"blocked\":false}")
        .contains(
            "{\"id\":\"bo\",\"remark\":\"Wave\",\"pinned\":true,\"muted\":false,"
                + "\"starred\":false,\"blocked\":true}")
        .contains("\"rooms\":[{\"id\":\"team\",\"name\":\"项目组\",\"owner\":\"lin\",\"members\":[")
        .contains(
            "{\"id\":\"bo\",\"displayName\":\"阿波\",\"saved\":true,\"pinned\":true,\"muted\":false}")
        .doesNotContain("filehelper");
    var again = ToldWorld.read(told.getBytes(StandardCharsets.UTF_8));
    try (World other = World.inMemory(again, time, Randomness.seeded(1))) {
      WebReply reply =
          new PhoneApi(other, new Faults(other, time), Optional.empty())
              .handle(request("GET", "world", ""), "::1");
      assertThat(reply.body().text()).isEqualTo(told);
    }
  }

  @Test
  void showsSessionsAndEndsThem() throws Exception {
    Session session = login("lin");
    world.sessions().heardOf(session, "curl/8");

    assertThat(get("sessions"))
        .isEqualTo(
            "{\"sessions\":[{\"account\":\"lin\",\"profile\":\"web\","
                + "\"since\":\"2026-03-01T08:00:00Z\","
                + "\"lastCall\":\"2026-03-01T08:00:00Z\",\"held\":false,\"client\":\"curl/8\"}]}");
    assertThat(get("sessions?account=mei")).isEqualTo("{\"sessions\":[]}");
    assertThat(post("logout", "{\"account\":\"lin\"}").status()).isEqualTo(204);
    assertThat(world.sessions().endOf(session)).contains(EndReason.BY_PHONE);
    assertThat(post("logout", "{\"account\":\"lin\"}").status()).isEqualTo(409);
    assertThat(get("sessions")).isEqualTo("{\"sessions\":[]}");
  }

  @Test
  void renewsTheKeyOfASession() throws Exception {
    Session session = login("lin");

    assertThat(post("renew", "{\"account\":\"lin\"}").status()).isEqualTo(204);

    Session renewed = world.sessions().find(session.secrets().sid()).orElseThrow();
    assertThat(renewed.secrets().skey()).isNotEqualTo(session.secrets().skey());
    assertThat(renewed.knowsSkey(session.secrets().skey())).isTrue();
    assertThat(post("renew", "{\"account\":\"mei\"}").status()).isEqualTo(409);
  }

  @Test
  void listsViolationsWithTheirLevels() {
    world.violations().add(Breach.WRONG_SKEY, "webwxsync", "neither key", Optional.of("lin"));
    world.violations().add(Breach.PASS_TICKET_MISSING, "webwxinit", "", Optional.empty());

    assertThat(get("violations"))
        .isEqualTo(
            "{\"errors\":1,\"warnings\":1,\"list\":[{\"level\":\"error\",\"call\":\"webwxsync\",\"code\":\"wrong-skey\",\"detail\":\"neither"
                + " key\",\"account\":\"lin\","
                + "\"time\":\"2026-03-01T08:00:00Z\"},{\"level\":\"warning\",\"call\":\"webwxinit\","
                + "\"code\":\"pass-ticket-missing\",\"detail\":\"\",\"account\":null,"
                + "\"time\":\"2026-03-01T08:00:00Z\"}]}");
  }

  @Test
  void resetsToAFreshSample() throws Exception {
    Session session = login("lin");
    post("messages", "{\"from\":\"mei\",\"to\":\"lin\",\"text\":\"gone\"}");
    world.violations().add(Breach.WRONG_SKEY, "webwxsync", "", Optional.empty());

    assertThat(post("reset", "{\"people\":10}").status()).isEqualTo(204);

    assertThat(world.contacts().of(world.accounts().named("lin").orElseThrow().id()))
        .hasSize(10 + 1); // the official account is a contact too
    assertThat(get("messages?account=lin")).isEqualTo("{\"messages\":[]}");
    assertThat(get("violations")).startsWith("{\"errors\":0,\"warnings\":0");
    assertThat(world.sessions().endOf(session)).contains(EndReason.RESET);
    assertField("reset", "{\"people\":2}", 400, "people");
    assertField("reset", "{\"people\":1.5}", 400, "people");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scan     | {\"account\":\"lin\"}                             | uuid",
        "scan     | {\"uuid\":\"x\"}                                  | account",
        "scan     | {\"uuid\":7,\"account\":\"lin\"}                  | uuid",
        "scan     | {\"uuid\":\"x\",\"account\":\"\"}                 | account",
        "scan     | {\"uuid\":\"x\",\"account\":\"lin\",\"tip\":1}    | tip",
        "confirm  | {}                                                | uuid",
        "confirm  | {\"uuid\":null}                                   | uuid",
        "messages | {\"from\":\"mei\",\"to\":\"lin\"}                 | text",
        "messages | {\"from\":\"mei\",\"to\":\"lin\",\"text\":\"\"}   | text",
        "messages | {\"from\":\"mei\",\"to\":[],\"text\":\"x\"}       | to",
        "accounts | {\"id\":\"x\"}                                    | nickName",
        "accounts | {\"id\":\"x\",\"nickName\":\"x\",\"sex\":\"no\"}  | sex",
        "contacts | {\"account\":\"lin\"}                             | with",
        "rooms    | {\"id\":\"x\",\"owner\":\"lin\",\"members\":1}    | members",
        "rooms    | {\"id\":\"x\",\"owner\":\"lin\",\"members\":[1]}  | members[0]",
        "rooms    | {\"id\":\"x\",\"owner\":\"lin\",\"members\":[{}]} | members[0].id",
        "logout   | {}                                                | account",
        "renew    | {}                                                | account",
        "reset    | {\"people\":\"many\"}                             | people",
      })
  void namesTheFieldThatIsWrong(String call, String body, String field) {
    assertField(call, body, 400, field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "7",
        "{",
        "{\"uuid\":\"x\"",
        "{\"uuid\":\"x\"} {}",
        "{\"uuid\":\"x\",\"uuid\":\"y\"}",
        "{'uuid':'x'}",
        "{\"uuid\":NaN}",
        "{\"uuid\":\"\\ud8\"}",
        "{\"uuid\":\"x\",}",
      })
  void refusesWhatIsNotAnObjectOfJson(String body) {
    WebReply reply = post("confirm", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.headers().first("Content-Type")).contains("application/problem+json");
  }

  @Test
  void refusesDepthBrokenUtf8AndHugeNumbers() {
    assertThat(post("confirm", "[".repeat(100_000)).status()).isEqualTo(400);
    assertField("reset", "{\"people\":1e999999999}", 400, "people");
    assertField("reset", "{\"people\":1e99999999999}", 400, "people");
    WebRequest broken = request("POST", "confirm", "");
    byte[] bytes = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};
    WebRequest asked =
        new WebRequest(
            "POST",
            "http",
            broken.authority(),
            broken.path(),
            "",
            broken.headers(),
            Body.of(bytes));

    assertThat(phones.handle(asked, "127.0.0.1").status()).isEqualTo(400);
  }

  @Test
  void knowsUnknownThingsAndWrongMethods() {
    assertThat(post("confirm", "{\"uuid\":\"none\"}").status()).isEqualTo(404);
    assertThat(post("scan", "{\"uuid\":\"none\",\"account\":\"lin\"}").status()).isEqualTo(404);
    assertThat(post("logout", "{\"account\":\"nobody\"}").status()).isEqualTo(404);
    assertThat(reply("GET", "messages?account=nobody").status()).isEqualTo(404);
    assertThat(reply("GET", "messages?account=lin&limit=0").status()).isEqualTo(400);
    assertThat(reply("GET", "messages?account=lin&after=x").status()).isEqualTo(400);
    assertThat(reply("GET", "messages?account=%zz").status()).isEqualTo(400);
    assertThat(reply("GET", "messages").status()).isEqualTo(400);
    assertThat(reply("GET", "nothing").status()).isEqualTo(404);
    assertThat(reply("GET", "PhoneApi.class").status()).isEqualTo(404);
    assertThat(reply("GET", "accounts").status()).isEqualTo(405);
    assertThat(reply("DELETE", "messages").status()).isEqualTo(405);
    assertThat(
            post(
                    "messages",
                    "{\"from\":\"mei\",\"to\":\"lin\",\"text\":\"%s\"}"
                        .formatted("长".repeat(16_385)))
                .status())
        .isEqualTo(413);
  }

  @Test
  void wantsJsonToBeCalledJson() {
    WebRequest form = request("POST", "confirm", "{\"uuid\":\"x\"}", "Content-Type", "text/plain");
    WebRequest none = request("POST", "confirm", "{\"uuid\":\"x\"}", "X", "y");

    assertThat(phones.handle(form, "127.0.0.1").status()).isEqualTo(415);
    assertThat(phones.handle(none, "127.0.0.1").status()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost:7600, '', 200",
    "::1, '[::1]:7600', '', 200",
    "0:0:0:0:0:0:0:1, 127.0.0.1, http://127.0.0.1, 200",
    "::ffff:127.0.0.1, localhost, '', 200",
    "memory, localhost, '', 200",
    "10.0.0.9, localhost:7600, '', 403",
    "127.0.0.1, wx.qq.com, '', 403",
    "127.0.0.1, evil.example:7600, '', 403",
    "127.0.0.1, localhost.evil.example, '', 403",
    "127.0.0.1, localhost:7600, http://evil.example, 403",
    "127.0.0.1, localhost:7600, http://localhost:9999, 403",
    "127.0.0.1, localhost:7600, 'null', 403",
    "127.0.0.1, localhost:7600, http://localhost:7600, 200",
  })
  void isForThisMachineAloneWithoutAToken(
      String source, String authority, String origin, int status) {
    Headers headers = origin.isEmpty() ? Headers.NONE : Headers.NONE.and("Origin", origin);
    WebRequest request =
        new WebRequest("GET", "http", authority, "/phone/codes", "", headers, Body.EMPTY);

    assertThat(phones.handle(request, source).status()).isEqualTo(status);
  }

  @Test
  void isForWhoeverKnowsTheToken() {
    PhoneApi guarded = new PhoneApi(world, faults, Optional.of("open-sesame"));
    WebRequest page = request("GET", "", "", "Accept", "text/html");
    WebRequest right = request("GET", "codes", "", "Authorization", "Bearer open-sesame");
    WebRequest wrong = request("GET", "codes", "", "Authorization", "Bearer open");
    WebRequest none = request("GET", "codes", "", "Accept", "*/*");

    assertThat(guarded.handle(right, "10.0.0.9").status()).isEqualTo(200);
    assertThat(guarded.handle(page, "10.0.0.9").status()).isEqualTo(200);
    assertThat(guarded.handle(wrong, "127.0.0.1").status()).isEqualTo(401);
    assertThat(guarded.handle(none, "127.0.0.1").headers().first("WWW-Authenticate"))
        .contains("Bearer");
  }

  @Test
  void servesThePageAndItsFilesUnderAStrictPolicy() {
    for (String path : new String[] {"/phone", "/phone/", "/l/gZx3Ab9Qcw=="}) {
      WebRequest request =
          new WebRequest("GET", "http", "localhost", path, "", Headers.NONE, Body.EMPTY);
      WebReply reply = phones.handle(request, "127.0.0.1");
      assertThat(PhoneApi.owns(path)).isTrue();
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.headers().first("Content-Type")).contains("text/html; charset=utf-8");
      assertThat(reply.headers().first("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
    }
    assertThat(reply("GET", "app.js").headers().first("Content-Type"))
        .contains("text/javascript; charset=utf-8");
    assertThat(reply("GET", "base.css").status()).isEqualTo(200);
    assertThat(PhoneApi.owns("/phones")).isFalse();
    assertThat(PhoneApi.owns("/l/")).isFalse();
  }

  private static String picture(String text) throws Exception {
    BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 300, 300);
    BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 300; x++) {
      for (int y = 0; y < 300; y++) {
        image.setRGB(x, y, code.get(x, y) ? 0x000000 : 0xFFFFFF);
      }
    }
    return base64(image);
  }

  private static String base64(BufferedImage image) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, "png", bytes)).isTrue();
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /** The beginning of a PNG of this size, without a single pixel. */
  private static byte[] pngHeader(int width, int height) {
    ByteBuffer chunk = ByteBuffer.allocate(17);
    chunk.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    chunk.put(new byte[] {8, 2, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(chunk.array());
    return ByteBuffer.allocate(33)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
        .putInt(13)
        .put(chunk.array())
        .putInt((int) sum.getValue())
        .array();
  }
}

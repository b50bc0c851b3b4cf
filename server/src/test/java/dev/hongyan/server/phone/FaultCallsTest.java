// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.server.fault.Denial;
import dev.hongyan.server.fault.Frequency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FaultCallsTest extends PhoneApiCase {

  /** Every kind, told all that it can be told, as it is listed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kind\":\"delay\",\"for\":\"PT20S\"",
        "\"kind\":\"drop\",\"for\":\"PT1M\"",
        "\"kind\":\"lost\"",
        "\"kind\":\"reset\",\"moment\":\"before\"",
        "\"kind\":\"reset\",\"moment\":\"inside\"",
        "\"kind\":\"reset\",\"moment\":\"after\"",
        "\"kind\":\"drip\",\"bytes\":16,\"pause\":\"PT0.5S\"",
        "\"kind\":\"status\",\"status\":502",
        "\"kind\":\"ret\",\"ret\":-1",
        "\"kind\":\"empty\"",
        "\"kind\":\"truncated\",\"percent\":30",
        "\"kind\":\"garbage\"",
        "\"kind\":\"charset\",\"charset\":\"GBK\"",
        "\"kind\":\"selector\",\"selector\":7",
        "\"kind\":\"continue\"",
        "\"kind\":\"duplicate\"",
        "\"kind\":\"clock\",\"by\":\"PT-26H\"",
        "\"kind\":\"host\",\"host\":\"wx8.qq.com\"",
        "\"kind\":\"half-contacts\"",
      })
  void listsWhatWasOrderedAsItCouldBeOrderedAgain(String fault) {
    WebReply made = post("{" + fault + ",\"account\":\"lin\",\"times\":3}");

    assertThat(made.status()).as(made.body().text()).isEqualTo(201);
    assertThat(made.body().text()).isEqualTo("{\"id\":\"1\"}");
    assertThat(get("faults"))
        .isEqualTo(
            "{\"faults\":[{\"id\":\"1\","
                + fault
                + ",\"call\":null,\"account\":\"lin\",\"times\":3,\"struck\":0}]}");
  }

  @Test
  void theKindsAboveAreAllThereAre() throws Exception {
    String source =
        Files.readString(Path.of("src/test/java/dev/hongyan/server/phone", "FaultCallsTest.java"));

    assertThat(FaultKind.values())
        .allSatisfy(
            kind -> assertThat(source).contains("\\\"kind\\\":\\\"" + kind.word() + "\\\""));
  }

  @Test
  void strikesOneCallWithAProbability() {
    assertThat(
            post("""
            {"kind":"ret","ret":1205,"call":"webwxsync","probability":0.25,"seed":9}\
            """)
                .status())
        .isEqualTo(201);

    var order = faults.list().getFirst().order();
    assertThat(order.fault()).isEqualTo(new Denial.Refusal(1205));
    assertThat(order.call()).contains(Sync.CALL.name());
    assertThat(order.frequency()).isEqualTo(new Frequency.Chance(0.25, 9));
  }

  @Test
  void secondsAreAsGoodAsIso() {
    assertThat(post("{\"kind\":\"delay\",\"for\":1.5}").status()).isEqualTo(201);

    assertThat(get("faults")).contains("\"for\":\"PT1.5S\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                       | kind is missing",
        "{\"kind\":\"flood\"}                                     | kind must be one of delay,"
            + " drop",
        "{\"kind\":\"delay\"}                                     | for is missing",
        "{\"kind\":\"delay\",\"for\":\"soon\"}                    | for must be seconds or",
        "{\"kind\":\"delay\",\"for\":\"PT11M\"}                   | for is PT11M, allowed:",
        "{\"kind\":\"status\",\"status\":99}                      | status is 99, allowed: 200 to"
            + " 599",
        "{\"kind\":\"ret\",\"ret\":0}                             | ret is 0",
        "{\"kind\":\"ret\",\"ret\":1,\"call\":\"qrcode\"}         | call is qrcode, which cannot"
            + " suffer",
        "{\"kind\":\"selector\",\"call\":\"webwxsync\"}           | call is webwxsync, which"
            + " cannot",
        "{\"kind\":\"lost\",\"call\":\"webwxnothing\"}            | call is none of the protocol",
        "{\"kind\":\"lost\",\"times\":0}                          | times is 0, allowed: 1",
        "{\"kind\":\"lost\",\"times\":1,\"probability\":0.5}      | times goes without probability",
        "{\"kind\":\"lost\",\"probability\":1.5}                  | probability is 1.5, allowed:",
        "{\"kind\":\"lost\",\"seed\":1}                           | seed goes with probability"
            + " only",
        "{\"kind\":\"lost\",\"status\":502}                       | status is not a field of this"
            + " call",
        "{\"kind\":\"reset\",\"moment\":\"later\"}                | moment must be before, inside",
        "{\"kind\":\"host\",\"host\":\"a b\"}                     | host is no host name",
        "{\"kind\":\"drip\",\"bytes\":0,\"pause\":1}            | bytes is 0, allowed: 1",
        "{\"kind\":\"drip\",\"bytes\":1,\"pause\":0}            | pause is PT0S, allowed:",
        "{\"kind\":\"truncated\",\"percent\":100}               | percent is 100, allowed: 0",
        "{\"kind\":\"charset\",\"charset\":\"a b\"}               | charset is no name",
        "{\"kind\":\"clock\",\"by\":0}                          | by is PT0S, allowed: not 0",
      })
  void tellsWhatIsWrongWithAnOrder(String body, String detail) {
    WebReply reply = post(body);

    String field = detail.substring(0, detail.indexOf(' '));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().text())
        .contains("\"detail\":\"" + detail)
        .contains("\"field\":\"" + field + "\"");
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void strikesNobodyWhoIsNotThere() {
    assertThat(post("{\"kind\":\"lost\",\"account\":\"nobody\"}").status()).isEqualTo(404);
  }

  @Test
  void callsOneOffOrAll() {
    post("{\"kind\":\"lost\"}");
    post("{\"kind\":\"empty\"}");
    post("{\"kind\":\"garbage\"}");

    assertThat(reply("DELETE", "faults/2").status()).isEqualTo(204);
    assertThat(reply("DELETE", "faults/2").status()).isEqualTo(404);
    assertThat(faults.list()).extracting(standing -> standing.id()).containsExactly("1", "3");
    assertThat(reply("DELETE", "faults").status()).isEqualTo(204);
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void areGoneAfterAReset() {
    post("{\"kind\":\"lost\"}");

    assertThat(send("POST", "reset", "{}").status()).isEqualTo(204);

    assertThat(faults.list()).isEmpty();
  }

  @Test
  void theDocumentTellsOfEveryKind() throws Exception {
    var told =
        Files.readAllLines(Path.of("..", "docs", "server", "faults.md")).stream()
            .dropWhile(line -> !line.equals("## Kinds"))
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .distinct()
            .toList();

    assertThat(told)
        .containsExactlyElementsOf(Arrays.stream(FaultKind.values()).map(FaultKind::word).toList());
  }

  private WebReply post(String body) {
    return send("POST", "faults", body);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.cli.output.JsonLine;
import dev.hongyan.cli.output.KindJson;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.message.FileShare;
import dev.hongyan.protocol.message.FriendRequest;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.Note;
import dev.hongyan.protocol.message.Stranger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class KindJsonTest {

  private final KindJson kinds = new KindJson(false);

  private String line(MessageKind kind) {
    return JsonLine.of(json -> kinds.write(json, kind));
  }

  @Test
  void textsAreNotToldTwice() {
    assertThat(line(new MessageKind.Text("a\"b")))
        .isEqualTo("{\"type\":\"text\",\"text\":\"a\\\"b\"}");
  }

  @Test
  void filesHaveOurWords() {
    assertThat(line(new FileShare("a.pdf", 12, "@crypt_1_2", "a%2Epdf", "pdf")))
        .isEqualTo(
            "{\"type\":\"file\",\"text\":\"a.pdf\",\"content\":{\"name\":\"a.pdf\",\"size\":12,"
                + "\"mediaId\":\"@crypt_1_2\",\"encodedName\":\"a%2Epdf\",\"extension\":\"pdf\"}}");
  }

  @Test
  void notesTellTheirFact() {
    assertThat(line(Note.of("你被\"A\"移出群聊"))).contains("\"fact\":\"removed-me\",\"by\":\"A\"");
    assertThat(line(Note.of("某"))).contains("\"content\":{\"fact\":\"unknown\"}");
  }

  @Test
  void ticketsAreMasked() {
    var request = new FriendRequest(Stranger.NONE, "hi", new Secret("v2_9f@stranger"), 14);

    assertThat(line(request)).contains("\"ticket\":\"***\"").doesNotContain("v2_");
    assertThat(new KindJson(true).tree(request).toString()).contains("v2_9f@stranger");
  }
}

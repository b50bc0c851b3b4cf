// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.UserName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class MessageJsonTest {

  private static final MessageItem ITEM =
      new MessageItem(
          new MessageId(8032000000000000001L),
          new UserName("@@room"),
          new UserName("@self"),
          1,
          "@mei:<br/>5 &lt; 6\u2005\"鸿雁\"\n",
          3,
          Instant.ofEpochSecond(1_700_000_034),
          MediaFields.NONE,
          0,
          new StatusNote(4, List.of(new UserName("@a"), UserName.FILE_HELPER)),
          Recommendation.NONE,
          0,
          "<xml/>");

  @Test
  void readsWhatItWrites() {
    assertThat(MessageJson.read(MessageJson.write(ITEM))).isEqualTo(ITEM);
  }

  @Test
  void aTextCutAnywhereIsAMessageOrMalformed() {
    String text = MessageJson.write(ITEM);

    for (int cut = 0; cut < text.length() - 1; cut++) {
      String part = text.substring(0, cut);
      assertThatExceptionOfType(MalformedReplyException.class)
          .as("cut at %d", cut)
          .isThrownBy(() -> MessageJson.read(part));
    }
  }
}

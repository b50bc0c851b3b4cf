// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Status;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class StatusNotifyTest {

  @Test
  void laysTheAnswerOutToTheByte() {
    var reply = new StatusNotify.Reply(Status.OK, new MessageId(8032000000000000001L));

    var wire = StatusNotify.CALL.answer(reply);

    assertThat(wire.body().text())
        .isEqualTo(
            """
            {
            "BaseResponse": {
            "Ret": 0,
            "ErrMsg": ""
            }
            ,
            "MsgID": "8032000000000000001"
            }
            """);
    assertThat(wire.body().length()).isEqualTo(80);
    assertThat(StatusNotify.CALL.reply(wire)).isEqualTo(reply);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class SubscriptionTest {

  @Test
  void readsTheNewsOfOfficialAccountsFromInit() {
    String reply =
        """
        {"BaseResponse":{"Ret":0,"ErrMsg":""},
        "SyncKey":{"Count":1,"List":[{"Key":1,"Val":7}]},"User":{"UserName":"@lin"},
        "MPSubscribeMsgCount":1,
        "MPSubscribeMsgList":[{"UserName":"@river","MPArticleCount":2,"MPArticleList":[
        {"Title":"南飞","Digest":"a & b","Cover":"https://a.example/c","Url":"https://a.example/1"},
        {"Title":"two","Url":"https://a.example/2"}],
        "Time":1700000000,"NickName":"River Notes"}]}
        """;

    Init.Reply read = Init.CALL.reply(new WebReply(200, Headers.NONE, Body.of(reply)));

    assertThat(read.news())
        .containsExactly(
            new Subscription(
                new UserName("@river"),
                List.of(
                    new Subscription.Article(
                        "南飞", "a & b", "https://a.example/c", "https://a.example/1"),
                    new Subscription.Article("two", "", "", "https://a.example/2")),
                1_700_000_000,
                "River Notes"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked of phones: they do it, or say what is wrong with it. */
class PhoneFuzzTest extends PhoneApiCase {

  private static final String PIXEL = "R0lGODdhAQABAIABAAAAAP///ywAAAAAAQABAAACAkQBADs=";

  /** Method, address below /phone, body. */
  static Stream<byte[]> seeds() {
    return Stream.of(
            "GET messages?account=mei&after=1&limit=5 ",
            "GET media/1?part=cover ",
            "GET book?account=lin ",
            "POST scan {'uuid':'https://login.weixin.qq.com/l/a==','account':'mei'}",
            "POST scan {'picture':'data:image/gif;base64," + PIXEL + "','account':'mei'}",
            "POST confirm {'uuid':'a'}",
            "POST messages {'from':'mei','to':'lin','text':'hi'}",
            "POST messages {'from':'mei','to':'team','picture':'" + PIXEL + "','name':'a.gif'}",
            "POST messages {'from':'mei','to':'lin','video':'AA==','seconds':3,'cover':'AA=='}",
            "POST messages {'from':'mei','to':'lin','location':{'latitude':1.5,'longitude':-9e9,"
                + "'label':'a','place':''}}",
            "POST messages {'from':'bo','to':'lin','articles':[{'title':'t','url':'u','time':"
                + "'2026-01-01T00:00:00Z'}]}",
            "POST messages {'from':'mei','to':'lin','forward':'1'}",
            "POST messages {'from':'mei','to':'lin','quote':{'text':'t','of':'1'}}",
            "POST uploads?account=mei&name=..%2Fa.pdf %PDF-",
            "POST recall {'account':'mei','id':'1'}",
            "POST accounts {'id':'yu','nickName':'雨','sex':'female','verifyFlag':8}",
            "PATCH accounts/lin {'throttling':{'webwxsendmsg':30,'webwxcreatechatroom':'3/PT1H'},"
                + "'poll-outcome':{'scan':'PT2S'},'contact-page-size':null}",
            "PATCH profile {'account':'lin','signature':'s','newPicture':true}",
            "POST contacts {'account':'mei','with':'bo','remark':'r'}",
            "DELETE contacts {'account':'mei','with':'lin'}",
            "POST requests {'account':'an','to':'bo','greeting':'g'}",
            "POST rooms {'id':'r','name':'n','owner':'lin','members':['mei',{'id':'bo'}]}",
            "PATCH rooms/team {'account':'lin','owner':'mei'}",
            "POST members {'account':'lin','room':'team','people':['mei']}",
            "POST chats {'account':'lin','chat':'team','does':'open'}",
            "POST faults {'kind':'delay','millis':5,'call':'webwxsync','probability':0.5,'seed':1}",
            "DELETE faults/1 ",
            "POST reset {'people':3}")
        .map(text -> json(text).getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void calls(byte @Nullable [] bytes) {
    String[] told = new String(bytes == null ? new byte[0] : bytes, UTF_8).split(" ", 3);
    String[] address = (told.length > 1 ? told[1] : "").split("\\?", 2);
    boolean isFile = address[0].equals("uploads");
    WebRequest request =
        new WebRequest(
            told[0],
            "http",
            "127.0.0.1:7600",
            "/phone/" + address[0],
            address.length > 1 ? address[1] : "",
            Headers.NONE.and(
                "Content-Type", isFile ? "application/octet-stream" : "application/json"),
            Body.of(told.length > 2 ? told[2] : ""));

    WebReply reply = phones.handle(request, "127.0.0.1");

    assertThat(reply.status()).isBetween(200, 499);
    if (reply.status() >= 400) {
      assertThat(reply.body().text()).startsWith("{").contains("\"detail\":");
    }
  }

  static Stream<byte[]> worlds() {
    return Stream.of(
            "{'accounts':[{'id':'yu','nickName':'雨','alias':'','contacts':[{'id':'an','remark':"
                + "'r'},'bo']},{'id':'an','nickName':'安'}],'rooms':[{'id':'r','owner':'yu',"
                + "'members':[{'id':'an','displayName':'a'}]}]}",
            "{'accounts':[],'rooms':[]}",
            "[{\"a\":1,\"a\":2}]")
        .map(text -> json(text).getBytes(UTF_8));
  }

  @MethodSource("worlds")
  @FuzzTest(maxDuration = "60s")
  void worlds(byte @Nullable [] bytes) {
    try {
      assertThat(ToldWorld.read(bytes == null ? new byte[0] : bytes)).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}

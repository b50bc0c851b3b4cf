// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bytes that no client should send, over a socket: a clear 4xx, a note, and nothing touched. */
@Timeout(60)
class BadBytesTest {

  private static final String SEND = "/cgi-bin/mmwebwx-bin/webwxsendmsg";
  private static final String HEAD = "POST " + SEND + " HTTP/1.1\r\nHost: localhost\r\n";

  @RegisterExtension final HongyanExtension hongyan = HongyanExtension.overSockets();

  private Browser lin;
  private WorldState before;

  @BeforeEach
  void logIn(TestServer server) throws InterruptedException {
    lin = Browser.of(server, "lin");
    before = WorldState.of(server.world());
  }

  @AfterEach
  void touchesNothingAndGoesOn(TestServer server) throws InterruptedException {
    assertThat(WorldState.of(server.world())).isEqualTo(before);
    assertThat(lin.send(UserName.FILE_HELPER, "still here").status().isOk()).isTrue();
  }

  @Test
  void aBodyOf100MegabytesIs413(TestServer server) throws IOException {
    try (Wire wire = new Wire(server.origin())) {
      wire.say(HEAD + "Content-Length: 104857600\r\n\r\n");
      byte[] piece = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        try {
          wire.say(piece);
        } catch (IOException _) {
          break; // cut off, as it deserves
        }
      }

      assertThat(wire.status()).isEqualTo(413);
    }
    assertThat(codes(server)).containsExactly("too-large");
  }

  @Test
  void chunksWithoutEndAre413(TestServer server) throws IOException {
    try (Wire wire = new Wire(server.origin())) {
      wire.say(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
      String chunk = "10000\r\n" + "x".repeat(1 << 16) + "\r\n";
      for (int i = 0; i < 64; i++) {
        try {
          wire.say(chunk);
        } catch (IOException _) {
          break; // as above
        }
      }

      assertThat(wire.status()).isEqualTo(413);
    }
    assertThat(codes(server)).containsExactly("too-large");
  }

  @Test
  void aHeaderOfAMegabyteIs431(TestServer server) throws IOException {
    try (Wire wire = new Wire(server.origin())) {
      try {
        wire.say("GET /jslogin HTTP/1.1\r\nHost: a\r\nCookie: " + "c".repeat(1 << 20));
      } catch (IOException _) {
        // as above
      }

      assertThat(wire.status()).isEqualTo(431);
    }
    assertThat(codes(server)).containsExactly("too-large");
  }

  @Test
  void aRequestLineOfAMegabyteIs414(TestServer server) throws IOException {
    try (Wire wire = new Wire(server.origin())) {
      try {
        wire.say("GET /" + "u".repeat(1 << 20));
      } catch (IOException _) {
        // as above
      }

      assertThat(wire.status()).isEqualTo(414);
    }
    assertThat(codes(server)).containsExactly("too-large");
  }

  @Test
  void whatIsNotHttpIs400(TestServer server) throws IOException {
    List<String> none =
        List.of(
            "hello\r\n\r\n",
            "GET /jslogin HTTP/1.1\r\n\r\n",
            HEAD + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
            HEAD + "Transfer-Encoding: chunked\r\n\r\nnot a length\r\n");
    for (String bytes : none) {
      try (Wire wire = new Wire(server.origin())) {
        assertThat(wire.say(bytes).status()).isEqualTo(400);
      }
    }
    assertThat(codes(server)).hasSize(none.size()).containsOnly("malformed-body");
  }

  @Test
  void anEndlessBracketIsRet1200(TestServer server) throws IOException {
    String body = "[".repeat(100_000);
    String answer;
    try (Wire wire = new Wire(server.origin())) {
      wire.say(
          HEAD
              + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      answer = wire.rest();
    }

    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"Ret\": 1200,");
    assertThat(codes(server)).containsExactly("malformed-body");
  }

  @Test
  void halfARequestSendsNothing(TestServer server) throws IOException {
    String whole =
        lin.request(SendText.CALL, lin.sending(UserName.FILE_HELPER, "hello", "42")).body().text();
    String start =
        HEAD
            + "Content-Type: application/json\r\nContent-Length: "
            + whole.length()
            + "\r\n\r\n"
            + whole;
    for (int part = 1; part < 10; part++) {
      try (Wire wire = new Wire(server.origin())) {
        wire.say(start.substring(0, start.length() * part / 10));
      }
    }

    assertThat(server.requests().count("webwxsendmsg")).isZero();
  }

  private static List<String> codes(TestServer server) {
    return server.violations().list().stream().map(v -> v.breach().code()).toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.protocol.message.FileShare;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.Picture;
import dev.hongyan.protocol.message.Video;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
@ExtendWith(HongyanExtension.class)
class MediaBotTest {

  @TempDir private Path folder;

  /** The bot of the guide. */
  record MediaBot(Path folder) {

    void handle(Chat chat, Message message) throws InterruptedException {
      switch (message.kind()) {
        case Picture _, Video _, FileShare _ -> {
          Path file = chat.download(message).into(folder);
          chat.send("kept as " + file.getFileName());
        }
        case MessageKind.Text(String text) when text.equals("report") -> {
          switch (chat.send(folder.resolve("report.pdf"))) {
            case SendOutcome.Sent _ -> {}
            case SendOutcome.NotSent(var reason) -> chat.send("no report: " + reason);
            case SendOutcome.Refused(var retcode, _) -> chat.send("refused: " + retcode);
            case SendOutcome.Unknown() -> chat.send("has it arrived?");
          }
        }
        default -> {}
      }
    }
  }

  @Test
  void keepsWhatItGetsAndSendsWhatItHas(TestServer server) throws InterruptedException {
    MediaBot bot = new MediaBot(folder);
    try (WeChat wechat =
        WeChat.builder()
            .server(server.uri())
            .transport((request, limits) -> server.path().exchange(request))
            .time(server.time())
            .build()) {
      wechat.onMessage(bot::handle);
      wechat.login(step -> {
        if (step instanceof LoginEvent.CodeIssued code) {
          server.person("lin").phone().scan(code.uuid().value()).confirm();
        }
      });
      wechat.start();

      byte[] words = "words".getBytes(StandardCharsets.UTF_8);
      server.person("mei").sendsFile("a.txt", words).to(server.person("lin"));
      server.person("mei").receives("kept as a.txt", Duration.ofMinutes(1));
      server.person("mei").says("report").to(server.person("lin"));
      server.person("mei").receives("no report: FILE_MISSING", Duration.ofMinutes(1));
    }
    assertThat(folder.resolve("a.txt")).hasContent("words");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.message.Message;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.FileShare;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.Picture;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.AttachedContent;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Three bots as somebody writes them who has read the guide, and nothing else. */
@Timeout(30)
@ExtendWith(HongyanExtension.class)
class ThreeBotsTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final byte[] PICTURE = "GIF89a and more".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  /** Saves all pictures. */
  private void save(Chat chat, Message message) throws InterruptedException {
    if (message.kind() instanceof Picture) {
      chat.send("kept " + chat.download(message).into(folder).getFileName());
    }
  }

  /** Invites whoever asks into the room. */
  private static void invite(WeChat wechat, Chat chat, Message message)
      throws InterruptedException {
    if (message.kind() instanceof MessageKind.Text(String text) && text.equals("let me in")) {
      UserName who = message.sender().userName();
      Chat tea = wechat.find("茶").getFirst();
      chat.send(tea.invite(List.of(who)).getClass().getSimpleName());
    }
  }

  /** Forwards files to the account's own phone. */
  private static void forward(WeChat wechat, Message message) throws InterruptedException {
    if (message.kind() instanceof FileShare) {
      var _ = wechat.phone().forward(message);
    }
  }

  private static WeChat client(TestServer server) {
    return WeChat.builder()
        .server(server.uri())
        .transport((request, limits) -> server.path().exchange(request))
        .time(server.time())
        .build();
  }

  private static void start(WeChat wechat, TestServer server) throws InterruptedException {
    wechat.login(step -> {
      if (step instanceof LoginEvent.CodeIssued code) {
        server.person("lin").phone().scan(code.uuid().value()).confirm();
      }
    });
    wechat.start();
  }

  @Test
  void savesPictures(TestServer server) throws Exception {
    Person mei = server.person("mei");
    try (WeChat wechat = client(server)) {
      wechat.onMessage(this::save);
      start(wechat, server);

      mei.sendsPicture("a.gif", PICTURE).to(server.person("lin"));
      server.elapse(PATIENCE);

      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files)
            .singleElement()
            .satisfies(file -> {
              assertThat(file).hasBinaryContent(PICTURE);
              assertThat(mei.receives("kept " + file.getFileName(), PATIENCE)).isNotNull();
            });
      }
    }
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void invitesWhoAsks(TestServer server) throws InterruptedException {
    Person lin = server.person("lin");
    Person bo = server.person("bo");
    server.cast().opens(lin, "tea", "茶", server.person("mei"), server.person("an"));
    try (WeChat wechat = client(server)) {
      wechat.onMessage((chat, message) -> invite(wechat, chat, message));
      start(wechat, server);
      server.person("mei").says("hello").to(server.room("tea"));
      server.elapse(PATIENCE);

      bo.says("let me in").to(lin);

      bo.receives("Done", PATIENCE);
      bo.says("hello all").to(server.room("tea"));
    }
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void forwardsFilesToThePhone(TestServer server) throws InterruptedException {
    Person lin = server.person("lin");
    try (WeChat wechat = client(server)) {
      wechat.onMessage((_, message) -> forward(wechat, message));
      start(wechat, server);

      server.person("mei").sendsFile("a.pdf", PICTURE).to(lin);
      server.elapse(PATIENCE);

      assertThat(lin.messages())
          .extracting(message -> message.content())
          .hasOnlyElementsOfType(AttachedContent.File.class)
          .hasSize(2);
      assertThat(lin.opens(lin.messages().getLast())).isEqualTo(PICTURE);
    }
    assertThat(server.violations().list()).isEmpty();
  }
}

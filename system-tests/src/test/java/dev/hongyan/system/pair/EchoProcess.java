// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.time.Time;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A client in a process of its own, to be killed. It answers each text and then, if the text says
 * so, its handler comes to no end. What it does it says on stdout, a line each.
 */
final class EchoProcess {

  static final String STUCK = "stuck";

  private EchoProcess() {}

  /** Arguments: the server's base URL, the folder of the account. */
  public static void main(String[] args) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (WeChat wechat =
        WeChat.builder().server(URI.create(args[0])).folder(Path.of(args[1])).build()) {
      wechat.onText((chat, text) -> {
        out.println("handling " + text.content() + " " + text.message().isRedelivered());
        chat.send("you said " + text.content());
        out.println("answered " + text.content());
        if (text.content().equals(STUCK) && !text.message().isRedelivered()) {
          Time.system().pause(Duration.ofDays(1));
        }
      });
      wechat.login(step -> {
        if (step instanceof LoginEvent.CodeIssued code) {
          out.println("code " + code.uuid().value());
        }
      });
      wechat.start();
      out.println("ready");
      wechat.listen();
    }
  }
}

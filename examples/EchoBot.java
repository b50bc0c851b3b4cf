// SPDX-License-Identifier: Apache-2.0
import dev.hongyan.client.WeChat;
import java.net.URI;
import java.nio.file.Path;

class EchoBot {
  public static void main(String[] args) throws InterruptedException {
    try (WeChat wechat =
        WeChat.builder().server(URI.create(args[0])).folder(Path.of(args[1])).build()) {
      wechat.onText((chat, text) -> chat.send("you said " + text.content()));
      wechat.login(System.err::println);
      wechat.listen();
    }
  }
}

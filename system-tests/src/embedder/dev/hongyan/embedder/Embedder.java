// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.embedder;

import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent.CodeIssued;
import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.script.Cast;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a server and a client that echoes, has somebody write, and prints what came back. */
public final class Embedder {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Embedder() {}

  /** Keeps the files of client and server in the folder that is the first argument. */
  public static void main(String[] args) throws IOException, InterruptedException {
    var folder = Path.of(args[0]);
    var options = ServerOptions.inMemory().at("127.0.0.1", 0).keptIn(folder.resolve("world"));
    try (var server = Server.start(options, Time.system(), Randomness.secure());
        var wechat =
            WeChat.builder()
                .server(URI.create(server.origin().toString()))
                .folder(folder.resolve("account"))
                .build()) {
      var cast = new Cast(server.world());
      var lin = cast.person("lin");
      var mei = cast.person("mei");

      wechat.onText((chat, text) -> chat.send("you said " + text.content()));
      wechat.login(
          step -> {
            if (step instanceof CodeIssued code) {
              lin.phone().scan(code.uuid().value()).confirm();
            }
          });
      wechat.start();
      mei.says("hello").to(lin);

      System.out.println(mei.receives("you said hello", PATIENCE).content().text());
      System.out.println(server.getClass().getModule());
      System.out.println(wechat.getClass().getModule());
      wechat.logout();
    }
  }
}

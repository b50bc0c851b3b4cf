// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.LoginOutcome.LoggedIn;
import dev.hongyan.client.event.LoginOutcome.Way;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.message.Progress;
import dev.hongyan.time.Time;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A client of the file helper in a process of its own, to be killed while it uploads. After a login
 * it sends a file and comes to no end once so much of it is up; restored, it finishes that.
 */
final class UploadProcess {

  private UploadProcess() {}

  /** Arguments: the server's base URL, the folder of the account, the file, how many bytes. */
  public static void main(String[] args) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (WeChat wechat =
        WeChat.builder()
            .server(URI.create(args[0]))
            .profile(Profile.fileHelper())
            .folder(Path.of(args[1]))
            .build()) {
      LoginOutcome outcome =
          wechat.login(step -> {
            if (step instanceof LoginEvent.CodeIssued code) {
              out.println("code " + code.uuid().value());
            }
          });
      wechat.start();
      if (outcome instanceof LoggedIn(_, Way way) && way == Way.RESTORED) {
        out.println("restored");
        wechat.listen();
      } else {
        out.println(wechat.phone().send(Path.of(args[2]), stuckAt(Long.parseLong(args[3]), out)));
      }
    }
  }

  private static Progress stuckAt(long wanted, PrintStream out) {
    return (bytes, total) -> {
      if (bytes < wanted) {
        return;
      }
      out.println("stuck");
      try {
        Time.system().pause(Duration.ofDays(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }
}

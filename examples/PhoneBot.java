// SPDX-License-Identifier: Apache-2.0
import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.http.Profile;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Answers its owner: write "disk", "load" or "help" to the file transfer chat on your phone. It is
 * silent about everything else, so that it would not answer itself if the service sent back what it
 * wrote.
 */
class PhoneBot {
  public static void main(String[] args) throws Exception {
    try (WeChat wechat =
        WeChat.builder()
            .profile(Profile.fileHelper())
            .server(URI.create(args[0]))
            .folder(Path.of(args[1]))
            .build()) {
      wechat.onText((phone, text) -> answer(phone, text.content().strip().toLowerCase()));
      wechat.login(System.err::println);
      wechat.phone().send("ready; write help");
      wechat.listen();
    }
  }

  static void answer(Chat phone, String command) throws Exception {
    switch (command) {
      case "disk" -> phone.send("free: " + (freeBytes() >> 20) + " MB");
      case "load" -> phone.send("load: " + load());
      case "help" -> phone.send("I know these: disk, load, help");
      default -> {}
    }
  }

  static long freeBytes() throws Exception {
    return Files.getFileStore(Path.of(".")).getUsableSpace();
  }

  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}

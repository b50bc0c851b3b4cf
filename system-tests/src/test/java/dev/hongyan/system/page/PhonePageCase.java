// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Draft;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.SamplePeople;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real browser, a real server, and people who hold their phones. */
abstract class PhonePageCase {

  static final int WIDE = 1280;
  static final int NARROW = 390;
  private static final int TALL = 844;

  private static Chromium chromium;

  final HttpClient http = HttpClient.newHttpClient();
  Server server;
  URI address;

  @TempDir Path folder;

  @BeforeAll
  static void startBrowser() {
    Optional<String> missing = Chromium.missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElseThrow());
    chromium = Chromium.start();
  }

  @AfterAll
  static void closeBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void startServer() throws IOException {
    serve(ServerOptions.inMemory());
  }

  final void serve(ServerOptions options) throws IOException {
    server = Server.start(options, Time.system(), Randomness.secure());
    address = URI.create(server.origin().toString());
  }

  /** Begins anew with a world in which lin has so many friends. */
  void serveWithFriends(int friends) throws IOException {
    server.close();
    serve(ServerOptions.inMemory().with(SamplePeople.withFriends(friends)));
  }

  @AfterEach
  void closeWindowsAndServer() {
    chromium.closeWindows();
    server.close();
  }

  PhoneScreen phone(Language language, int width) {
    return new PhoneScreen(chromium.window(language.locale(), width, TALL), language, address);
  }

  /** The same, with somebody's phone open. */
  PhoneScreen phoneOf(String account, Language language, int width) {
    PhoneScreen phone = phone(language, width);
    phone.open(account);
    return phone;
  }

  static void assertNoComplaints() {
    chromium.assertNoComplaints();
  }

  Account account(String name) {
    return server.world().accounts().named(name).orElseThrow();
  }

  /** Somebody else says this to somebody on his phone. */
  void says(String from, String to, Content content) {
    server.world().messages().send(Draft.fromPhone(account(from).id(), account(to).id(), content));
  }

  List<Message> messagesOf(String account) {
    return server.world().messages().onPhone(account(account).id(), 0, 1000);
  }

  Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  static byte[] noise(int size) {
    return Randomness.seeded(9).bytes(size);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.store.AccountStore;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.server.fault.Denial;
import dev.hongyan.server.fault.Fault;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Message;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import dev.hongyan.time.Randomness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Days of which nobody chose the course: people write, the client answers and is restarted, and
 * calls go wrong in any order. No message is lost or doubled on any of them. {@code
 * -Dhongyan.days=500} tries more of them.
 */
@Timeout(300)
@ExtendWith(HongyanExtension.class)
class RandomDaysTest {

  private static final int STEPS = 120;
  private static final List<String> FRIENDS = List.of("mei", "bo", "an");
  private static final List<Fault> FAULTS = FaultHealingTest.faults().toList();

  @TempDir Path folder;

  private final Map<String, List<String>> written = new TreeMap<>();
  private final Map<String, List<String>> handled = Collections.synchronizedMap(new TreeMap<>());
  private final Map<String, SendOutcome> sent = new TreeMap<>();

  private int lines;

  static LongStream days() {
    return LongStream.range(0, Long.getLong("hongyan.days", 6));
  }

  @ParameterizedTest
  @MethodSource("days")
  void loseAndDoubleNothing(long day, TestServer server) throws Exception {
    Randomness luck = Randomness.seeded(day);
    AccountStore store = AccountStore.folder(folder);
    WirePair pair = listening(server, store);
    for (int step = 0; step < STEPS; step++) {
      switch (luck.nextInt(20)) {
        case 0, 1, 2, 3, 4 -> write(server, luck);
        case 5, 6 -> writeInRoom(server, luck);
        case 7 -> writeFromOwnPhone(server);
        case 8, 9, 10 -> send(chat(pair, luck));
        case 11 -> sendFile(chat(pair, luck), luck.bytes(1 + luck.nextInt(1_300_000)));
        case 12, 13, 14 -> goWrong(server, luck);
        case 15 -> server.elapse(Duration.ofMinutes(luck.nextInt(20)));
        case 16 -> {
          pair.close();
          pair = listening(server, store);
        }
        default -> server.elapse(Duration.ofMillis(luck.nextInt(30_000)));
      }
    }
    server.faults().clear();
    server.elapse(Duration.ofMinutes(15));
    pair.close();

    assertThat(handled).isEqualTo(written);
    assertThat(server.violations().errors()).isZero();
    assertSent(server);
  }

  private WirePair listening(TestServer server, AccountStore store) throws InterruptedException {
    WirePair fresh = WirePair.at(server, store);
    fresh
        .client()
        .onMessage((chat, message) -> {
          if (message.kind() instanceof MessageKind.Text(String text)) {
            handled
                .computeIfAbsent(chat.name(), _ -> Collections.synchronizedList(new ArrayList<>()))
                .add(text);
          }
        });
    return fresh.online("lin");
  }

  private void write(TestServer server, Randomness luck) {
    Person friend = server.person(FRIENDS.get(luck.nextInt(FRIENDS.size())));
    String line = "line " + ++lines;
    friend.says(line).to(server.person("lin"));
    note(friend.account().profile().nickName(), line);
  }

  private void writeInRoom(TestServer server, Randomness luck) {
    Person friend = server.person(FRIENDS.get(luck.nextInt(FRIENDS.size())));
    String line = "line " + ++lines;
    friend.says(line).to(server.room("team"));
    note("项目组", line);
  }

  private void writeFromOwnPhone(TestServer server) {
    String line = "line " + ++lines;
    server.person("lin").says(line).to(server.person("mei"));
    note("梅", line);
  }

  private void note(String chat, String line) {
    written.computeIfAbsent(chat, _ -> new ArrayList<>()).add(line);
  }

  private static Chat chat(WirePair pair, Randomness luck) {
    return pair.chat(luck.nextBoolean() ? "梅" : "波");
  }

  private void send(Chat chat) throws InterruptedException {
    String line = "sent " + ++lines;
    sent.put(line, chat.send(line));
  }

  private void sendFile(Chat chat, byte[] content) throws IOException, InterruptedException {
    String name = "file " + ++lines;
    sent.put(name, chat.sendFile(Files.write(folder.resolve(name), content)));
  }

  private static void goWrong(TestServer server, Randomness luck) {
    Fault fault = FAULTS.get(luck.nextInt(FAULTS.size()));
    List<Call<?, ?>> calls =
        Catalog.calls().stream()
            .filter(fault::suits)
            .filter(call -> !(fault instanceof Denial.Refusal && isLogin(call)))
            .toList();
    Call<?, ?> call = calls.get(luck.nextInt(calls.size()));
    server.faults().inject(fault.on(call).of("lin").times(1 + luck.nextInt(3)));
  }

  private static boolean isLogin(Call<?, ?> call) {
    return List.of("jslogin", "webwxnewloginpage", "webwxinit").contains(call.name());
  }

  private void assertSent(TestServer server) {
    Map<String, Integer> arrived = new TreeMap<>();
    for (String friend : List.of("mei", "bo")) {
      for (Message message : server.person(friend).messages()) {
        String text =
            message.content().attachment().map(a -> a.name()).orElse(message.content().text());
        if (sent.containsKey(text)) {
          arrived.merge(text, 1, Integer::sum);
        }
      }
    }
    sent.forEach((text, outcome) -> {
      int times = arrived.getOrDefault(text, 0);
      switch (outcome) {
        case SendOutcome.Sent _ -> assertThat(times).as(text).isEqualTo(1);
        case SendOutcome.Unknown _ -> assertThat(times).as(text).isLessThanOrEqualTo(1);
        case SendOutcome.Refused _, SendOutcome.NotSent _ ->
            assertThat(times).as(text + " " + outcome).isZero();
      }
    });
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.store.AccountStore;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Pinyin;
import dev.hongyan.protocol.contact.Room;
import dev.hongyan.protocol.contact.Traits;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.message.MediaFields;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.Recommendation;
import dev.hongyan.protocol.message.StatusNote;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Signal;
import dev.hongyan.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client and a service in memory, under time that flows by itself. */
abstract class ClientScenario {

  static final UserName MEI = new UserName("@mei");
  static final UserName BO = new UserName("@bo");
  static final UserName TEAM = new UserName("@@team");
  static final UserName STRANGER = new UserName("@stranger");

  final VirtualTime time = VirtualTime.flowing(Instant.parse("2026-01-01T00:00:00Z"));
  final FakeService service = new FakeService(time);
  final AccountStore store = AccountStore.inMemory();
  final List<LoginEvent> screen = new ArrayList<>();
  final Signal step = time.signal();
  private final Randomness randomness = Randomness.seeded(42);
  private final List<WeChat> clients = new ArrayList<>();
  private VirtualTime.Stay stay;

  @BeforeEach
  void enter() {
    stay = time.enter();
    service.people.put(MEI, person(MEI, "梅", "Plum"));
    service.people.put(BO, person(BO, "波 &amp; co", ""));
    service.details.put(
        TEAM,
        room(
            TEAM,
            "team",
            Member.of(FakeService.SELF, "林", ""),
            Member.of(MEI, "Plum", "梅梅"),
            Member.of(BO, "波", "")));
    service.details.put(STRANGER, person(STRANGER, "客", ""));
  }

  @AfterEach
  void leave() {
    clients.forEach(WeChat::close);
    stay.close();
  }

  /** A client over the one store; closed with the test. */
  WeChat client() {
    return closedLater(builder().build());
  }

  /** The same for one that is told where to log in. */
  WeChat client(Hosts hosts) {
    return closedLater(builder().hosts(hosts).build());
  }

  WeChatBuilder builder() {
    return WeChat.builder().transport(service).time(time).randomness(randomness).store(store);
  }

  /** Has it closed with the test. */
  WeChat closedLater(WeChat client) {
    clients.add(client);
    return client;
  }

  /** A client that has logged in by a scan. */
  WeChat loggedIn() throws InterruptedException {
    WeChat client = client();
    scanAndConfirm(client);
    return client;
  }

  LoginOutcome scanAndConfirm(WeChat client) throws InterruptedException {
    service.phone.addAll(
        List.of(
            new LoginPoll.Waiting(),
            new LoginPoll.Scanned(Optional.empty()),
            FakeService.confirmed()));
    return client.login(screen::add);
  }

  /** Lets time pass until this holds, an hour at most. */
  void await(BooleanSupplier holds) throws InterruptedException {
    for (int i = 0; i < 3600 && !holds.getAsBoolean(); i++) {
      time.pause(Duration.ofSeconds(1));
    }
    if (!holds.getAsBoolean()) {
      throw new AssertionError("has not come true within an hour");
    }
  }

  static MessageItem text(long id, UserName from, String content) {
    return item(id, from, FakeService.SELF, 1, content, StatusNote.NONE);
  }

  static MessageItem item(
      long id, UserName from, UserName to, int type, String content, StatusNote note) {
    return new MessageItem(
        new MessageId(id),
        from,
        to,
        type,
        content,
        3,
        Instant.ofEpochSecond(1_700_000_000),
        MediaFields.NONE,
        0,
        note,
        Recommendation.NONE,
        0,
        "");
  }

  static Contact person(UserName name, String nickName, String remark) {
    return new Contact(
        0,
        name,
        new Names(nickName, remark, "", Pinyin.NONE, Pinyin.NONE),
        Traits.NONE,
        "",
        new ContactFlags(3),
        Room.NONE);
  }

  static Contact room(UserName name, String nickName, Member... members) {
    return new Contact(
        0,
        name,
        Names.of(nickName),
        Traits.NONE,
        "",
        new ContactFlags(2),
        Room.of(List.of(members), "@encrypted", false));
  }
}

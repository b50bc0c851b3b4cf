// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hongyan.server.world.CodeWish;
import dev.hongyan.server.world.EndReason;
import dev.hongyan.server.world.LoginResult;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.MessageId;
import dev.hongyan.server.world.PollOutcome;
import dev.hongyan.server.world.SamplePeople;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Task;
import dev.hongyan.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CastTest {

  private final VirtualTime time = VirtualTime.stepped(Instant.parse("2026-03-01T08:00:00Z"));
  private final World world =
      World.inMemory(SamplePeople.withFriends(3), time, Randomness.seeded(7));
  private final Cast cast = new Cast(world);
  private final Person lin = cast.person("lin");
  private final Person mei = cast.person("mei");

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void logsInAndOutByPhone() throws Exception {
    String uuid = world.codes().create("client").orElseThrow();

    lin.phone().scan(uuid).confirm();

    var confirmed = (PollOutcome.Confirmed) world.codes().poll(uuid, true, Duration.ZERO);
    var in = (LoginResult.LoggedIn) world.codes().redeem(uuid, confirmed.ticket(), false);
    Session session = in.session();
    assertThat(session.account()).isEqualTo(lin.account().id());
    assertThat(lin.phone().endsWebSession()).isTrue();
    assertThat(world.sessions().endOf(session)).contains(EndReason.BY_PHONE);
    assertThat(lin.phone().endsWebSession()).isFalse();
  }

  @Test
  void answersALoginThatThePhoneIsAskedFor() throws Exception {
    assertThatThrownBy(() -> lin.phone().asked()).isInstanceOf(IllegalStateException.class);
    String uuid = world.codes().push(lin.account(), CodeWish.WEB).orElseThrow();

    lin.phone().asked().cancel();

    assertThat(world.codes().poll(uuid, true, Duration.ZERO))
        .isEqualTo(new PollOutcome.Cancelled());
  }

  @Test
  void writesToPeopleAndRooms() {
    MessageId toLin = mei.says("好久不见").to(lin);
    MessageId toTeam = mei.says("大家好").to(cast.room("team"));

    assertThat(lin.messages()).extracting(Message::id).containsExactly(toLin, toTeam);
    Person yu = cast.enters("yu", "雨");
    assertThatThrownBy(() -> yu.says("hi").to(lin)).isInstanceOf(IllegalStateException.class);
    yu.befriends(lin);
    assertThat(yu.says("hi").to(lin)).isGreaterThan(toTeam);
    assertThat(yu.says("茶").to(cast.opens(yu, "tea", "茶", lin))).isNotNull();
  }

  @Test
  void waitsForWhatIsToCome() throws Exception {
    mei.says("first").to(lin);
    AtomicReference<Message> got = new AtomicReference<>();
    Task waiter =
        time.start(
            "lin",
            () -> {
              try {
                got.set(lin.receives("second", Duration.ofMinutes(1)));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    time.advance(Duration.ofSeconds(1));

    MessageId second = mei.says("second").to(lin);
    waiter.join(Duration.ofSeconds(1));

    assertThat(got.get().id()).isEqualTo(second);
    assertThatThrownBy(() -> lin.receives("third", Duration.ZERO))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void isTreatedAsTheScriptSays() {
    lin.isTreated(Switch.HOLD, Duration.ofSeconds(1));
    lin.isTreated(Switch.PHONE_OFFLINE, true);

    var switches = cast.person("lin").account().switches();
    assertThat(switches.of(Switch.HOLD)).isEqualTo(Duration.ofSeconds(1));
    assertThat(switches.of(Switch.PHONE_OFFLINE)).isTrue();
  }
}

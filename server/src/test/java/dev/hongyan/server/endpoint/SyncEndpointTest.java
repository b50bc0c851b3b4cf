// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.server.world.EndReason;
import dev.hongyan.server.world.LoginResult;
import dev.hongyan.server.world.PollOutcome;
import dev.hongyan.server.world.SamplePeople;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SyncEndpointTest {

  private final VirtualTime time = VirtualTime.stepped(Instant.parse("2026-03-01T08:00:00Z"));
  private final World world =
      World.inMemory(SamplePeople.withFriends(3), time, Randomness.seeded(5));
  private final Violations violations = new Violations(world);
  private final SyncEndpoint endpoint =
      new SyncEndpoint(
          world,
          time,
          new SessionCheck(world, violations),
          new ServiceHosts(Optional.empty()),
          new ContactCards(world),
          new CursorReading(world, violations));

  private Session session;

  @BeforeEach
  void logIn() throws InterruptedException {
    String uuid = world.codes().create("client").orElseThrow();
    world.codes().scan(uuid, "lin");
    world.codes().confirm(uuid);
    var confirmed = (PollOutcome.Confirmed) world.codes().poll(uuid, true, Duration.ZERO);
    var in = (LoginResult.LoggedIn) world.codes().redeem(uuid, confirmed.ticket(), false);
    session = in.session();
  }

  @AfterEach
  void close() {
    world.close();
  }

  /**
   * A session that ended after the check was answered with an empty page: its client took that for
   * a session in which nothing happens, and heard of the end only with the next call.
   */
  @Test
  void tellsOfAnEndThatCameBetweenCheckAndAnswer() {
    Guest checked = guest();
    world.sessions().end(session, EndReason.REPLACED);

    Sync.Reply reply = sync(checked, session.secrets().skey());

    assertThat(reply.status().ret()).isEqualTo(Retcode.SESSION_ENDED);
    assertThat(reply.syncKey().pairs()).isEmpty();
  }

  @Test
  void tellsANewKeyUntilItIsUsed() {
    String first = session.secrets().skey();
    assertThat(sync(guest(), first).skey()).isEqualTo(Secret.NONE);

    world.sessions().renewKey(session.account());
    String second = sync(guest(), first).skey().value();

    assertThat(second).matches("@crypt_[0-9a-f]{8}_[0-9a-f]{32}").isNotEqualTo(first);
    assertThat(sync(guest(), first).skey().value()).isEqualTo(second);
    assertThat(sync(guest(), second).skey()).isEqualTo(Secret.NONE);
  }

  @Test
  void renewsAnOldKeyOnceItsClientUsesTheOneBefore() throws InterruptedException {
    world.accounts().set("lin", Map.of("skey-renewal", "PT12H"));
    String first = session.secrets().skey();
    time.advance(Duration.ofHours(12).minusSeconds(1));
    assertThat(sync(guest(), first).skey()).isEqualTo(Secret.NONE);

    time.advance(Duration.ofSeconds(1));
    String second = sync(guest(), first).skey().value();
    time.advance(Duration.ofHours(13));

    assertThat(second).isNotEqualTo(first).isNotEmpty();
    assertThat(sync(guest(), first).skey().value()).as("not yet in use").isEqualTo(second);
    assertThat(sync(guest(), second).skey().value()).isNotEmpty().isNotEqualTo(second);
  }

  private Sync.Reply sync(Guest guest, String skey) {
    BaseRequest base = new BaseRequest(0, Secret.NONE, new Secret(skey), "e123456789012345");
    SyncKey key = CursorReading.first(session, 0);
    return endpoint.call().reply(endpoint.answer(new Sync.Request(base, Secret.NONE, key), guest));
  }

  private Guest guest() {
    WebRequest request =
        new WebRequest("POST", "http", "localhost", "/", "", Headers.NONE, Body.EMPTY);
    Session now = world.sessions().find(session.secrets().sid()).orElseThrow();
    return new Guest(
        now, world.accounts().account(now.account()), new Visit("webwxsync", request, "memory"));
  }
}

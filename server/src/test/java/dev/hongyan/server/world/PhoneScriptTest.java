// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A phone that scans and answers by itself. */
@Timeout(30)
class PhoneScriptTest {

  private final Scene scene = new Scene();
  private final LoginCodes codes = scene.world.codes();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void scansAndConfirmsInTime() throws Exception {
    script("scan=2,confirm=3");
    String uuid = codes.create("client").orElseThrow();

    assertThat(now(uuid)).isInstanceOf(PollOutcome.Nothing.class);
    scene.time.advance(Duration.ofSeconds(2));
    assertThat(now(uuid)).isInstanceOf(PollOutcome.Scanned.class);
    scene.time.advance(Duration.ofSeconds(2));
    assertThat(now(uuid)).isInstanceOf(PollOutcome.Nothing.class);
    scene.time.advance(Duration.ofSeconds(1));

    assertThat(now(uuid))
        .isInstanceOfSatisfying(
            PollOutcome.Confirmed.class,
            confirmed -> assertThat(confirmed.account().name()).isEqualTo("mei"));
  }

  @Test
  void wakesAPollThatIsHeld() throws Exception {
    script("scan=2,confirm=3");
    String uuid = codes.create("client").orElseThrow();
    AtomicReference<PollOutcome> heard = new AtomicReference<>();
    try (var poll = scene.time.start("poll", () -> heard.set(held(uuid)))) {
      scene.time.advance(Duration.ofSeconds(2));
      poll.join(Duration.ofSeconds(1));

      assertThat(heard.get()).isInstanceOf(PollOutcome.Scanned.class);
    }
  }

  @Test
  void saysNoOrLooksAway() throws Exception {
    script("scan=0,cancel=1");
    String refused = codes.create("client").orElseThrow();
    assertThat(now(refused)).isInstanceOf(PollOutcome.Scanned.class);
    scene.time.advance(Duration.ofSeconds(1));
    assertThat(now(refused)).isInstanceOf(PollOutcome.Cancelled.class);

    script("scan=0,expire=1");
    String ignored = codes.create("client").orElseThrow();
    assertThat(now(ignored)).isInstanceOf(PollOutcome.Scanned.class);
    scene.time.advance(Duration.ofSeconds(1));
    assertThat(now(ignored)).isInstanceOf(PollOutcome.Expired.class);
  }

  @Test
  void answersPushLoginWithoutAScan() throws Exception {
    script("scan=600,confirm=4");
    String uuid = codes.push(scene.account("mei"), CodeWish.WEB).orElseThrow();

    assertThat(now(uuid)).isInstanceOf(PollOutcome.Nothing.class);
    scene.time.advance(Duration.ofSeconds(4));

    assertThat(now(uuid)).isInstanceOf(PollOutcome.Confirmed.class);
  }

  private void script(String text) {
    scene.world.accounts().set("mei", Map.of("poll-outcome", text));
  }

  private PollOutcome held(String uuid) {
    try {
      return codes.poll(uuid, true, Duration.ofSeconds(25));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private PollOutcome now(String uuid) throws InterruptedException {
    return codes.poll(uuid, true, Duration.ZERO);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.AttachedContent;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.MessageId;
import dev.hongyan.server.world.Room;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do on their phones, done by a test. */
@Timeout(30)
@ExtendWith(HongyanExtension.class)
class ScriptedDeedsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final byte[] BYTES = {1, 2, 3};

  private Person lin;
  private Person mei;
  private Person bo;

  @BeforeEach
  void meet(TestServer server) {
    lin = server.person("lin");
    mei = server.person("mei");
    bo = server.person("bo");
  }

  @Test
  void theySendWhatCanBeOpened() throws InterruptedException {
    mei.sendsPicture("a.png", BYTES).to(lin);
    mei.sendsVoice(BYTES, Duration.ofSeconds(2)).to(lin);
    mei.sendsFile("../a.pdf", BYTES).to(lin);

    Message file = lin.receives(AttachedContent.File.class, PATIENCE);
    assertThat(file.content().text()).isEqualTo("a.pdf");
    assertThat(lin.opens(file)).isEqualTo(BYTES);
    assertThat(lin.opens(lin.receives(AttachedContent.Picture.class, PATIENCE))).isEqualTo(BYTES);
    assertThat(lin.opens(lin.receives(AttachedContent.Voice.class, PATIENCE))).isEqualTo(BYTES);
    assertThatThrownBy(() -> lin.receives(AttachedContent.Video.class, PATIENCE))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theyTakeBackWhatTheySaidInTime(TestServer server) throws InterruptedException {
    MessageId soon = mei.says("oops").to(lin);
    mei.recalls(soon);
    MessageId late = mei.says("oh").to(lin);
    server.elapse(Duration.ofMinutes(3));

    assertThat(lin.receives(Content.Recall.class, PATIENCE).content())
        .isEqualTo(new Content.Recall(soon));
    assertThatThrownBy(() -> mei.recalls(late)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theyBecomeFriendsWhenOneAsksAndTheOtherAgrees(TestServer server)
      throws InterruptedException {
    Person chen = server.cast().enters("chen", "陈");
    assertThatThrownBy(() -> chen.says("hi").to(lin)).isInstanceOf(IllegalStateException.class);

    chen.asks(lin, "我是陈");
    assertThat(lin.receives(Content.Request.class, PATIENCE).content().text()).isEqualTo("我是陈");
    lin.accepts(chen);

    chen.says("hi").to(lin);
    assertThat(lin.receives("hi", PATIENCE).from()).isEqualTo(chen.account().id());
  }

  @Test
  void theyChangeTheirRooms(TestServer server) {
    Room room = server.cast().opens(lin, "tea", "茶", mei);
    Person an = server.person("an");

    lin.in(room).brings(bo, an);
    mei.in(room).renames("茶馆");
    lin.in(room).removes(an);
    bo.in(room).leaves();
    lin.in(room).passesOnTo(mei);

    Room now = server.room("tea");
    assertThat(now.topic()).isEqualTo("茶馆");
    assertThat(now.owner()).isEqualTo(mei.account().id());
    assertThat(server.world().rooms().members(now.id()))
        .extracting(member -> member.account().name())
        .containsExactlyInAnyOrder("lin", "mei");
    assertThatThrownBy(() -> lin.in(now).removes(mei)).isInstanceOf(IllegalStateException.class);
  }
}

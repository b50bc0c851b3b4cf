// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.cli.output.Console;
import dev.hongyan.cli.output.Streams;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.server.script.Cast;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.LoginOutcome;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class DemoTest {

  private static final String[] STEPS = {
    "jslogin",
    "qrcode",
    "poll-408",
    "poll-201",
    "poll-200",
    "loginpage",
    "init",
    "statusnotify",
    "contacts",
    "members",
    "synccheck",
    "sync",
    "message-in",
    "message-out",
    "logout"
  };

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private boolean held;

  private List<JsonNode> run(Consumer<World> preparation) throws Exception {
    var printer = new PrintStream(out, true, StandardCharsets.UTF_8);
    var streams = new Streams(InputStream.nullInputStream(), printer, printer, false, false);
    var screen = new JsonDemoScreen(new Console(streams, Map.of()));
    var demo = new Demo(screen, Texts.of(Map.of()), Time.system(), Randomness.secure());
    held = demo.run(preparation);
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  @Test
  void everyStepHoldsAndIsALine() throws Exception {
    List<JsonNode> steps = run(_ -> {});

    assertThat(held).isTrue();
    assertThat(steps).extracting(step -> step.get("step").asString()).containsExactly(STEPS);
    assertThat(steps)
        .allSatisfy(step -> {
          assertThat(step.get("ok").asBoolean()).isTrue();
          assertThat(step.get("ms").isInt()).isTrue();
          assertThat(step.get("detail").isString()).isTrue();
          assertThat(step.size()).isEqualTo(4);
        });
    assertThat(steps.get(2).get("ms").asInt()).isBetween(900, 5_000);
  }

  @Test
  void stopsWhereTheServerRefuses() throws Exception {
    List<JsonNode> steps =
        run(world ->
            new Cast(world)
                .person("lin")
                .isTreated(Switch.LOGIN_OUTCOME, new LoginOutcome(1203, true)));

    assertThat(held).isFalse();
    assertThat(steps).hasSize(6);
    JsonNode last = steps.getLast();
    assertThat(last.get("step").asString()).isEqualTo("loginpage");
    assertThat(last.get("ok").asBoolean()).isFalse();
    assertThat(last.get("detail").asString()).contains("1203");
  }

  @Test
  void aBreachSeenByTheServerFailsTheLastStep() throws Exception {
    List<JsonNode> steps =
        run(world ->
            world.violations().add(Breach.WRONG_SKEY, "webwxsync", "planted", Optional.of("lin")));

    assertThat(held).isFalse();
    assertThat(steps).hasSize(STEPS.length);
    assertThat(steps.getLast().get("ok").asBoolean()).isFalse();
    assertThat(steps.getLast().get("detail").asString()).contains("webwxsync");
  }
}

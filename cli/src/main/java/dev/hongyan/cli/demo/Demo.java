// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.demo;

import dev.hongyan.cli.demo.Step.Seen;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The life cycle of a session, over HTTP and in real time, with a server, a client and scripted
 * people in this process. What the client saw is compared with what is true on the server.
 */
public final class Demo {

  private final DemoScreen screen;
  private final Texts texts;
  private final Time time;
  private final Randomness randomness;

  /** A demo for this screen. */
  public Demo(DemoScreen screen, Texts texts, Time time, Randomness randomness) {
    this.screen = screen;
    this.texts = texts;
    this.time = time;
    this.randomness = randomness;
  }

  /**
   * Runs all steps, up to the first that does not hold.
   *
   * @return whether all held
   * @throws IOException if the server cannot be started
   */
  public boolean run() throws IOException, InterruptedException {
    return run(_ -> {});
  }

  /** The same in a world that somebody has prepared. */
  boolean run(Consumer<World> preparation) throws IOException, InterruptedException {
    long begun = time.nanoTime();
    try (Stage stage = new Stage(time, randomness)) {
      preparation.accept(stage.world());
      screen.begins(stage.server().origin().toString(), Stage.HOLD);
      List<Step> steps = steps(stage);
      int held = 0;
      while (held < steps.size() && holds(steps.get(held))) {
        held++;
      }
      screen.ends(held, steps.size(), since(begun));
      return held == steps.size();
    }
  }

  private List<Step> steps(Stage stage) {
    List<Step> steps = new ArrayList<>(new LoginSteps(stage, texts).all());
    steps.addAll(new SessionSteps(stage, texts).all());
    steps.addAll(new MessageSteps(stage, texts).all());
    return steps;
  }

  private boolean holds(Step step) throws InterruptedException {
    screen.tries(step.id());
    long begun = time.nanoTime();
    try {
      Seen seen = step.act().run();
      screen.shows(step.id(), true, seen.took().orElseGet(() -> since(begun)), seen.detail());
      return true;
    } catch (StepFailedException e) {
      screen.shows(step.id(), false, since(begun), String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      // Whatever the client or the server throws: the step has not held, and this is why.
      screen.shows(step.id(), false, since(begun), e.toString());
    }
    return false;
  }

  private Duration since(long begun) {
    return Duration.ofNanos(time.nanoTime() - begun);
  }
}

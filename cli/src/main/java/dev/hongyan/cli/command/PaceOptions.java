// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.time.Pace;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How fast a command sends: options of those that send more than one message. */
final class PaceOptions {

  /** A hundred a second: more is no pace any more. */
  private static final int FASTEST = 6000;

  /** As the client does it: so many at once after a rest. */
  private static final int TEXTS_AT_ONCE = 10;

  private static final int FILES_AT_ONCE = 5;

  @Option(names = "--pace", paramLabel = "N", descriptionKey = "send.pace")
  private Optional<Integer> texts = Optional.empty();

  @Option(names = "--media-pace", paramLabel = "N", descriptionKey = "send.media-pace")
  private Optional<Integer> files = Optional.empty();

  /**
   * What was asked for, of a client that is set up.
   *
   * @throws FailedException if it cannot be
   */
  LocalAccount.Setup setup(Hongyan hongyan) {
    Optional<Pace> textPace = texts.map(count -> pace(hongyan, "--pace", count, TEXTS_AT_ONCE));
    Optional<Pace> mediaPace =
        files.map(count -> pace(hongyan, "--media-pace", count, FILES_AT_ONCE));
    return builder -> {
      textPace.ifPresent(builder::pace);
      mediaPace.ifPresent(builder::mediaPace);
    };
  }

  private static Pace pace(Hongyan hongyan, String option, int count, int atOnce) {
    if (count < 1 || count > FASTEST) {
      throw new FailedException(
          Exit.USAGE, hongyan.texts().get("send.pace-form", option, count, FASTEST));
    }
    return new Pace(count, Duration.ofMinutes(1), Math.min(count, atOnce));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.KindJson;
import dev.hongyan.cli.output.PlainText;
import dev.hongyan.client.Chat;
import dev.hongyan.client.message.Message;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.MediaUnavailableException;
import dev.hongyan.protocol.TransportException;
import dev.hongyan.time.Backoff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;

/**
 * Has what comes saved, for as long as it takes: while nobody answers it is tried again, and only
 * what the server does not have is given up.
 */
record Keeper(Hongyan hongyan, SavedMedia media) {

  private static final Backoff PATIENCE =
      new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1), 2, 0.3);

  /** An hour or so, in which the chat's other messages wait: longer than most outages. */
  private static final int TRIES = 60;

  Kept keep(Chat chat, Message message) throws IOException, InterruptedException {
    if (!SavedMedia.has(message.kind())) {
      return new Kept.Nothing();
    }
    for (int failures = 1; ; failures++) {
      try {
        return new Kept.Saved(media.save(chat, message, line(message)));
      } catch (UncheckedIOException e) {
        throw e.getCause(); // it cannot be written
      } catch (MediaUnavailableException e) {
        return missing(message, e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      } catch (MalformedReplyException _) {
        return missing(message, "malformed");
      } catch (TransportException _) {
        if (failures >= TRIES) {
          return missing(message, "unreachable");
        }
      }
      Duration delay = PATIENCE.delay(failures, hongyan.randomness());
      hongyan.console().progress(hongyan.texts().get("save.delayed", failures, delay.toSeconds()));
      hongyan.time().pause(delay);
    }
  }

  private Kept missing(Message message, String reason) {
    hongyan
        .console()
        .complain(
            hongyan
                .texts()
                .get("save.missing", what(message), hongyan.texts().get("save." + reason)));
    return new Kept.Missing(reason);
  }

  private TransferLine line(Message message) {
    return new TransferLine(hongyan, "save.fetching", what(message));
  }

  private String what(Message message) {
    String name = PlainText.line(KindJson.text(message.kind()));
    return name.isEmpty() ? hongyan.texts().get("kind." + KindJson.type(message.kind())) : name;
  }
}

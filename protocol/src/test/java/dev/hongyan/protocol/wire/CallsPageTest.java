// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Holds docs/protocol/calls.md true; {@code -Dhongyan.rewrite=true} writes it. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class CallsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "protocol", "calls.md");

  @Test
  void thePageTellsWhatTheCodeDoes() throws IOException {
    String page = page();
    if (Boolean.getBoolean("hongyan.rewrite")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    Map<String, String> objects = new TreeMap<>();
    StringBuilder calls = new StringBuilder();
    Catalog.calls().forEach(call -> calls.append(row(call, objects)));
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Every call

        Written by `CallsPageTest` from the descriptions in `protocol`; do not edit. Members stand in
        the order of the wire. `name` is read and written; *name* is written and never read: the other
        side insists on it or nobody knows what it is for. In brackets: other spellings that a server
        understands. Types: `int` 32 bits, `long` 64 bits, `digits` a 64-bit number in a text, `bit`
        1 or 0, `text?` left out when empty. A client sends the first method.

        | call | host | methods | path | request | reply |
        | --- | --- | --- | --- | --- | --- |
        """);
    page.append(calls);
    page.append("\n## Objects\n\n| object | members |\n| --- | --- |\n");
    objects.forEach((name, members) -> page.append("| " + name + " | " + members + " |\n"));
    return page.toString();
  }

  private static String row(Call<?, ?> call, Map<String, String> objects) {
    if (!(call instanceof Exchange<?, ?> exchange)) {
      throw new AssertionError(call.name() + " is described in some other way");
    }
    return "| %s | %s | %s | `%s` | %s | %s |\n"
        .formatted(
            call.name(),
            call.role().name().toLowerCase(Locale.ROOT),
            String.join(", ", call.methods()),
            call.path() + (call.hasTail() ? "…" : ""),
            Described.parts(exchange, objects),
            reply(exchange.codec(), objects));
  }

  private static <R> String reply(ReplyCodec<R> codec, Map<String, String> objects) {
    return codec.shape().map(s -> Described.members(s, objects)).orElse("the bytes themselves");
  }
}

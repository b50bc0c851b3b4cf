// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that says each message's id once the store has taken it, until killed. */
final class EndlessWriter {

  private EndlessWriter() {}

  public static void main(String[] folder) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Mailbox mailbox = AccountStore.folder(Path.of(folder[0])).open()) {
      out.println("open");
      for (int i = 1; !out.checkError(); i++) {
        Arrival message = new Arrival("id" + i, "chat", "text");
        mailbox.inbox().append(List.of(message), new Position("s1", "k" + i));
        out.println(message.id());
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.peers;

import dev.hongyan.system.island.DrivenClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Logs clients in, and measures how long they need. */
record Logins(Arena arena) {

  /** The sample world's room and how many are in it. */
  private static final String ROOM = "项目组";

  private static final int MEMBERS = 4;

  /** The account around which the sample world turns, the only one in it with a long list. */
  static final String LIN = "lin";

  /**
   * A client that has been logged in.
   *
   * @param micros how long it took
   * @param cpu what the process has computed for it: says more than the time does on a machine that
   *     others use as well
   */
  record Ready(DrivenClient client, long micros, Duration cpu) {}

  /**
   * From the moment the owner of the phone confirms until the client knows contacts and members and
   * has a poll held: whichever comes last.
   */
  Ready logIn(Contestant contestant, String process, String account)
      throws IOException, InterruptedException {
    return logIn(contestant.start(arena, process), account);
  }

  Ready logIn(DrivenClient client, String account) throws InterruptedException {
    ServerProcess server = arena.server();
    Set<String> everybody = server.contacts(account);
    String uuid = client.await("uuid").get("uuid").asString();
    server.scan(uuid, account);
    client.await("scanned");
    Duration cpu = client.cpu();
    long confirmed = server.confirm(uuid);
    long ready = server.held(account);
    JsonNode contacts =
        client.await("contacts", seen -> strings(seen.get("names")).containsAll(everybody));
    ready = Math.max(ready, contacts.get("at").asLong());
    if (account.equals(LIN)) {
      JsonNode members =
          client.await("members", seen -> seen.path("rooms").path(ROOM).size() == MEMBERS);
      ready = Math.max(ready, members.get("at").asLong());
    }
    return new Ready(client, ready - confirmed, client.cpu().minus(cpu));
  }

  private static Set<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
  }
}

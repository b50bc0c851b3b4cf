// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.foreign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A {@link Peer} at work: its driver says what it sees and does what it is told. */
final class ForeignClient {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Inhabitant driver;

  ForeignClient(Inhabitant driver) {
    this.driver = driver;
  }

  /** The first such event, seen already or to come. */
  JsonNode await(String event) throws InterruptedException {
    return await(event, seen -> true);
  }

  JsonNode await(String event, Predicate<JsonNode> condition) throws InterruptedException {
    return driver.await(
        event,
        line -> Optional.of(JSON.readTree(line)).filter(seen -> is(event, seen)).filter(condition));
  }

  void send(String to, String text) throws InterruptedException {
    tell(Map.of("do", "send", "to", to, "text", text));
    await("sent", sent -> sent.get("text").asString().equals(text));
  }

  void logOut() throws InterruptedException {
    tell(Map.of("do", "logout"));
    await("logout");
  }

  /** What went wrong in the client's own eyes until now. */
  List<String> errors() {
    return driver.said().stream().filter(line -> is("error", JSON.readTree(line))).toList();
  }

  private void tell(Map<String, String> command) {
    driver.tell(JSON.writeValueAsString(command));
  }

  private static boolean is(String event, JsonNode seen) {
    return seen.get("event").asString().equals(event);
  }
}

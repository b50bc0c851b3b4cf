// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.island;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client at work in a process of its own, a {@link Peer} for one: its driver says what it sees
 * and does what it is told, each as a line of JSON.
 */
public final class DrivenClient implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Inhabitant driver;

  /** The client that this process runs. */
  public DrivenClient(Inhabitant driver) {
    this.driver = driver;
  }

  /** The first such event, seen already or to come. */
  public JsonNode await(String event) throws InterruptedException {
    return await(event, seen -> true);
  }

  /** The first such event that fulfils the condition, seen already or to come. */
  public JsonNode await(String event, Predicate<JsonNode> condition) throws InterruptedException {
    return driver.await(
        event,
        line -> Optional.of(JSON.readTree(line)).filter(seen -> is(event, seen)).filter(condition));
  }

  /** The next such event after all that was awaited before; those in between are passed over. */
  public JsonNode next(String event) throws InterruptedException {
    while (true) {
      JsonNode seen = JSON.readTree(driver.next());
      if (is(event, seen)) {
        return seen;
      }
    }
  }

  /** Sends a text; returns when the client believes that it is sent. */
  public void send(String to, String text) throws InterruptedException {
    tell(Map.of("do", "send", "to", to, "text", text));
    await("sent", sent -> sent.get("text").asString().equals(text));
  }

  /** Sends a file, a picture as such; returns when the client believes that it is sent. */
  public void sendFile(String to, Path file) throws InterruptedException {
    tell(Map.of("do", "sendFile", "to", to, "path", file.toString()));
    String name = String.valueOf(file.getFileName());
    await("sent", sent -> sent.get("text").asString().equals(name));
  }

  /** Takes back what was sent last; returns when the client believes that it is. */
  public void recall() throws InterruptedException {
    tell("recall");
    await("recalled");
  }

  /** Renames a room; returns when the client believes that it is. */
  public void rename(String room, String name) throws InterruptedException {
    tell(Map.of("do", "rename", "room", room, "name", name));
    await("renamed");
  }

  /** Says yes to the last who asked to be a friend; returns when the client believes it. */
  public void accept() throws InterruptedException {
    tell("accept");
    await("accepted");
  }

  /** Logs out; returns when the client believes that it is. */
  public void logOut() throws InterruptedException {
    tell("logout");
    await("logout");
  }

  /** Tells the driver to do something that needs no words. */
  public void tell(String what) {
    tell(Map.of("do", what));
  }

  /** The id of its process. */
  public long pid() {
    return driver.pid();
  }

  /** What its process has computed until now. */
  public Duration cpu() {
    return ProcessHandle.of(pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow();
  }

  /** What went wrong in the client's own eyes until now. */
  public List<String> errors() {
    return driver.said().stream().filter(line -> is("error", JSON.readTree(line))).toList();
  }

  private void tell(Map<String, String> command) {
    driver.tell(JSON.writeValueAsString(command));
  }

  private static boolean is(String event, JsonNode seen) {
    return seen.get("event").asString().equals(event);
  }

  /** Tells the driver nothing more and waits until it has ended by itself. */
  public void end() throws InterruptedException {
    driver.end();
  }

  /** Ends the process without a word to the server. */
  @Override
  public void close() {
    driver.close();
  }
}

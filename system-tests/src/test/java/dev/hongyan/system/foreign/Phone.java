// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.system.island.Inhabitant;
import dev.hongyan.system.island.Island;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the people of an {@link Island} do with their phones, over the server's phone API. */
final class Phone {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Inhabitant relay;

  Phone(Inhabitant relay) {
    this.relay = relay;
  }

  void scan(String uuid, String account) throws InterruptedException {
    post("scan", Map.of("uuid", uuid, "account", account));
  }

  void confirm(String uuid) throws InterruptedException {
    post("confirm", Map.of("uuid", uuid));
  }

  void write(String from, String to, String text) throws InterruptedException {
    post("messages", Map.of("from", from, "to", to, "text", text));
  }

  /**
   * Sends a picture, a file and so on.
   *
   * @param kind as the phone API calls it
   */
  void send(String from, String to, String kind, Path file)
      throws IOException, InterruptedException {
    String content = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    String name = String.valueOf(file.getFileName());
    post("messages", Map.of("from", from, "to", to, kind, content, "name", name));
  }

  /** Somebody whom nobody knows. */
  void add(String id, String nickName) throws InterruptedException {
    post("accounts", Map.of("id", id, "nickName", nickName));
  }

  /** Asks somebody to be a friend. */
  void ask(String account, String to, String greeting) throws InterruptedException {
    post("requests", Map.of("account", account, "to", to, "greeting", greeting));
  }

  void logOut(String account) throws InterruptedException {
    post("logout", Map.of("account", account));
  }

  void reset(int people) throws InterruptedException {
    post("reset", Map.of("people", people));
  }

  /** Sets switches of the account (protocol reference, Appendix A). */
  void set(String account, Map<String, ?> switches) throws InterruptedException {
    call("PATCH", "accounts/" + account, JSON.writeValueAsString(switches));
  }

  /** Everything on the account's phone, oldest first. */
  List<Note> notes(String account) throws InterruptedException {
    return elements(get("messages?limit=1000&account=" + account).get("messages")).stream()
        .map(note ->
            new Note(
                note.get("from").asString(),
                note.get("to").asString(),
                note.get("text").asString(),
                note.path("call").asString("")))
        .toList();
  }

  /** Pictures and files on the account's phone, oldest first. */
  List<Attachment> attachments(String account) throws InterruptedException {
    return elements(get("messages?limit=1000&account=" + account).get("messages")).stream()
        .filter(note -> note.path("media").isObject())
        .map(note ->
            new Attachment(
                note.get("type").asString(),
                note.get("media").path("name").asString(""),
                note.get("media").get("size").asLong(),
                note.get("media").get("md5").asString()))
        .toList();
  }

  /** What kinds of messages are on the account's phone, oldest first. */
  List<String> types(String account) throws InterruptedException {
    return elements(get("messages?limit=1000&account=" + account).get("messages")).stream()
        .map(note -> note.get("type").asString())
        .toList();
  }

  /** Who has a live web session. */
  List<String> sessions() throws InterruptedException {
    return elements(get("sessions").get("sessions")).stream()
        .map(session -> session.get("account").asString())
        .toList();
  }

  /** Breaches of the protocol that nobody has to put up with. */
  List<String> errors() throws InterruptedException {
    return elements(get("violations").get("list")).stream()
        .filter(violation -> violation.get("level").asString().equals("error"))
        .map(JsonNode::toString)
        .toList();
  }

  /** All breaches of the protocol. */
  List<String> violations() throws InterruptedException {
    return elements(get("violations").get("list")).stream().map(JsonNode::toString).toList();
  }

  /** The names of the world as {@code account} sees it, by id: people, then rooms. */
  Names names(String account) throws InterruptedException {
    JsonNode world = get("world");
    Map<String, String> people = new HashMap<>();
    Map<String, String> contacts = new HashMap<>();
    for (JsonNode person : world.get("accounts")) {
      people.put(person.get("id").asString(), person.get("nickName").asString());
    }
    for (JsonNode person : world.get("accounts")) {
      if (person.get("id").asString().equals(account)) {
        for (JsonNode contact : person.get("contacts")) {
          String id = contact.get("id").asString();
          String remark = contact.path("remark").asString("");
          contacts.put(id, remark.isEmpty() ? people.get(id) : remark);
        }
      }
    }
    Map<String, String> rooms = new HashMap<>();
    Map<String, List<String>> members = new HashMap<>();
    for (JsonNode room : world.get("rooms")) {
      String id = room.get("id").asString();
      rooms.put(id, room.get("name").asString());
      members.put(
          id, elements(room.get("members")).stream().map(m -> memberName(m, people)).toList());
    }
    return new Names(people, contacts, rooms, members);
  }

  private static String memberName(JsonNode member, Map<String, String> people) {
    String displayName = member.path("displayName").asString("");
    return displayName.isEmpty() ? people.get(member.get("id").asString()) : displayName;
  }

  private void post(String call, Map<String, ?> body) throws InterruptedException {
    call("POST", call, JSON.writeValueAsString(body));
  }

  private JsonNode get(String call) throws InterruptedException {
    return JSON.readTree(call("GET", call, ""));
  }

  private String call(String method, String call, String body) throws InterruptedException {
    relay.tell(method + " /phone/" + call + " " + body);
    String[] reply = relay.next().split(" ", 2);
    assertThat(Integer.parseInt(reply[0]))
        .as("%s %s %s: %s", method, call, body, reply[1])
        .isBetween(200, 299);
    return reply[1];
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  /** A message on a phone. {@code call} is the protocol call that brought it, "" from a phone. */
  record Note(String from, String to, String text, String call) {}

  /** A picture, a file and so on, on a phone. */
  record Attachment(String type, String name, long size, String md5) {}

  /** Names by id; {@code members} by room. */
  record Names(
      Map<String, String> people,
      Map<String, String> contacts,
      Map<String, String> rooms,
      Map<String, List<String>> members) {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.system.foreign.Phone.Names;
import dev.hongyan.system.foreign.Phone.Note;
import dev.hongyan.system.island.DrivenClient;
import dev.hongyan.system.island.Island;
import dev.hongyan.system.island.Peer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Clients that other people wrote against the service itself judge our server: unmodified, over
 * TLS, on the service's own host names.
 */
@Timeout(180)
class ForeignClientsIT extends ForeignCase {

  @ParameterizedTest
  @EnumSource
  void logsInReadsAnswersAndLogsOut(Peer peer) throws IOException, InterruptedException {
    assumeThere(peer);
    try (Island island = Island.open(folder)) {
      Phone phone = SampleServer.start(island);
      Names names = phone.names("lin");
      DrivenClient client = peer.start(island);

      logIn(client, phone);

      assertThat(client.await("login").get("name").asString()).isEqualTo(names.people().get("lin"));
      awaitContacts(client, names);
      String team = names.rooms().get("team");
      client.await(
          "members",
          seen ->
              Set.copyOf(strings(seen.at("/rooms/" + team)))
                  .equals(Set.copyOf(names.members().get("team"))));

      phone.write("mei", "lin", "are you there?");
      phone.write("mei", "team", "lunch at noon?");

      JsonNode whisper = client.await("message", seen -> !seen.has("room"));
      assertThat(whisper.get("from").asString()).isEqualTo(names.contacts().get("mei"));
      assertThat(whisper.get("text").asString()).isEqualTo("are you there?");
      JsonNode call = client.await("message", seen -> seen.has("room"));
      assertThat(call.get("from").asString()).isEqualTo(names.people().get("mei"));
      assertThat(call.get("room").asString()).isEqualTo(team);
      assertThat(call.get("text").asString()).isEqualTo("lunch at noon?");

      client.send(names.contacts().get("mei"), "yes, I am");
      client.send(team, "with pleasure");

      assertThat(phone.notes("mei"))
          .contains(
              new Note("lin", "mei", "yes, I am", "webwxsendmsg"),
              new Note("lin", "team", "with pleasure", "webwxsendmsg"));
      assertThat(phone.notes("bo"))
          .contains(new Note("lin", "team", "with pleasure", "webwxsendmsg"))
          .noneMatch(note -> note.text().equals("yes, I am"));

      client.logOut();

      assertThat(phone.sessions()).isEmpty();
      assertThat(phone.errors()).as("breaches of the protocol by %s", peer).isEmpty();
      assertThat(client.errors()).as("what %s complained of", peer).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesToTheFamilyOfTheAccountAndReadsEveryPageOfContacts(Peer peer)
      throws IOException, InterruptedException {
    assumeThere(peer);
    try (Island island = Island.open(folder)) {
      Phone phone = SampleServer.start(island);
      phone.reset(300);
      phone.set("lin", Map.of("family", "wx2.qq.com", "contact-page-size", 100));
      DrivenClient client = peer.start(island);

      logIn(client, phone);
      awaitContacts(client, phone.names("lin"));
      phone.write("mei", "lin", "so many friends!");
      client.await("message", seen -> seen.get("text").asString().equals("so many friends!"));
      client.logOut();

      assertThat(phone.errors()).as("breaches of the protocol by %s", peer).isEmpty();
      assertThat(client.errors()).as("what %s complained of", peer).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noticesThatThePhoneHasEndedTheSession(Peer peer) throws IOException, InterruptedException {
    assumeThere(peer);
    try (Island island = Island.open(folder)) {
      Phone phone = SampleServer.start(island);
      DrivenClient client = peer.start(island);
      logIn(client, phone);

      phone.logOut("lin");

      client.await("logout");
      assertThat(phone.sessions()).isEmpty();
    }
  }

  private static void awaitContacts(DrivenClient client, Names names) throws InterruptedException {
    client.await(
        "contacts", seen -> strings(seen.get("names")).containsAll(names.contacts().values()));
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }
}

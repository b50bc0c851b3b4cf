// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.message.Message;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.StatusNote;
import dev.hongyan.server.Server;
import dev.hongyan.server.world.LoginCodes;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Our client on the other side of the protocol, and what has come to it. */
final class OtherSide implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** More than any of these tests causes. */
  private static final int MOST_EVENTS = 1000;

  private final WeChat client;
  private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<StatusNote> notes = new LinkedBlockingQueue<>();

  /** A message, and the chat it came in. */
  record Arrival(Chat chat, Message message) {}

  private OtherSide(WeChat client) {
    this.client = client;
    client.onMessage((chat, message) -> arrivals.add(new Arrival(chat, message)));
    client.subscribe(MOST_EVENTS, Overflow.DROP_OLDEST, this::keepNote);
  }

  private void keepNote(Event event) {
    if (event instanceof Event.PhoneNoted(StatusNote note) && note.code() != StatusNote.CHATS) {
      notes.add(note);
    }
  }

  /** Somebody's web client, logged in: his phone has scanned and confirmed. */
  static OtherSide of(String account, Server server) throws InterruptedException {
    OtherSide side = at(server, Profile.WEB);
    LoginCodes codes = server.world().codes();
    side.logIn(step -> {
      if (step instanceof LoginEvent.CodeIssued code) {
        codes.scan(code.uuid().value(), account);
        codes.confirm(code.uuid().value());
      }
    });
    return side;
  }

  /** A client of the file helper that is not logged in yet. */
  static OtherSide ofHelper(Server server) {
    return at(server, Profile.fileHelper());
  }

  private static OtherSide at(Server server, Profile profile) {
    URI address = URI.create(server.origin().toString());
    return new OtherSide(WeChat.builder().server(address).profile(profile).build());
  }

  /** Logs in, begins to receive; what the screen does at each step the login waits for. */
  void logIn(Consumer<LoginEvent> screen) throws InterruptedException {
    assertThat(client.login(screen)).isInstanceOf(LoginOutcome.LoggedIn.class);
    client.start();
  }

  WeChat client() {
    return client;
  }

  /** The one chat that goes by this name. */
  Chat chat(String name) {
    assertThat(client.find(name)).as(name).hasSize(1);
    return client.find(name).getFirst();
  }

  /** The next message of this kind; others are passed over. */
  <K extends MessageKind> Arrival awaits(Class<K> kind) throws InterruptedException {
    while (true) {
      Arrival next = arrivals.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(next).as("a message of kind " + kind.getSimpleName()).isNotNull();
      if (kind.isInstance(next.message().kind())) {
        return next;
      }
    }
  }

  /** The next thing that the phone tells of a chat, as its code and the chat's name. */
  String note() throws InterruptedException {
    StatusNote note = notes.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    assertThat(note).as("a note of the phone").isNotNull();
    return note.code() + " " + client.chat(note.chats().getFirst()).name();
  }

  @Override
  public void close() {
    client.close();
  }
}

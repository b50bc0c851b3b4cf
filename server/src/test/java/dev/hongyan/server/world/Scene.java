// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A sample world under stepped time, and short words for what tests do in it. */
final class Scene implements AutoCloseable {

  static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  final VirtualTime time = VirtualTime.stepped(START);
  final World world = World.inMemory(SamplePeople.withFriends(4), time, Randomness.seeded(3));
  final Account lin = account("lin");
  final Account mei = account("mei");
  final RoomId team = world.rooms().named("team").orElseThrow().id();

  Account account(String name) {
    return world.accounts().named(name).orElseThrow();
  }

  MessageId write(Account from, ChatId to, String text) {
    return sent(world.messages().send(Draft.typed(from.id(), to, text)));
  }

  SendOutcome send(Account from, ChatId to, String text, String clientId) {
    return world
        .messages()
        .send(Draft.sent(from.id(), to, new Content.Text(text), "webwxsendmsg", clientId));
  }

  static MessageId sent(SendOutcome outcome) {
    return ((SendOutcome.Sent) outcome).id();
  }

  PollOutcome.Confirmed confirmed(String account) throws InterruptedException {
    return confirmed(world.codes().create("client").orElseThrow(), account);
  }

  PollOutcome.Confirmed confirmed(String uuid, String account) throws InterruptedException {
    world.codes().scan(uuid, account);
    world.codes().confirm(uuid);
    return (PollOutcome.Confirmed) world.codes().poll(uuid, true, Duration.ZERO);
  }

  Session login(String account) throws InterruptedException {
    String uuid = world.codes().create("client").orElseThrow();
    LoginResult result = world.codes().redeem(uuid, confirmed(uuid, account).ticket(), false);
    return ((LoginResult.LoggedIn) result).session();
  }

  /** What a session has in its mail, a line each: a sign, and whom it is about or what it says. */
  List<String> mail(Session session) {
    return world.mailboxes().page(session, 0, 1000).items().stream().map(this::line).toList();
  }

  private String line(Mail mail) {
    return switch (mail) {
      case Mail.Arrived(_, var message) -> name(message.to()) + ": " + message.content().text();
      case Mail.Changed(_, var subject) -> "~" + name(subject);
      case Mail.Added(_, var subject) -> "+" + name(subject);
      case Mail.Removed(_, var subject) -> "-" + name(subject);
      case Mail.ProfileChanged _ -> "profile";
      case Mail.ChatsNoticed noticed ->
          noticed.notice() + " " + noticed.chats().stream().map(this::name).toList();
    };
  }

  private String name(ChatId chat) {
    return switch (chat) {
      case AccountId account -> world.accounts().account(account).name();
      case RoomId room -> world.rooms().find(room).orElseThrow().name();
    };
  }

  /** What is on somebody's phone, oldest first. */
  List<String> phone(Account owner) {
    return world.messages().onPhone(owner.id(), 0, 1000).stream()
        .map(message -> message.content().text())
        .toList();
  }

  @Override
  public void close() {
    world.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.script;

import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.Accounts;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.Draft;
import dev.hongyan.server.world.MessageId;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.SendOutcome;
import dev.hongyan.server.world.World;

/** Something that somebody is about to write on his phone. */
public final class Line {

  private final World world;
  private final Account writer;
  private final String text;

  Line(World world, Account writer, String text) {
    this.world = world;
    this.writer = writer;
    this.text = text;
  }

  /**
   * Writes it to somebody.
   *
   * @throws IllegalStateException if he may not
   */
  public MessageId to(Person other) {
    return to(other.account().id());
  }

  /**
   * Writes it into a chat room.
   *
   * @throws IllegalStateException if he may not
   */
  public MessageId to(Room room) {
    return to(room.id());
  }

  /** Writes it to the file helper, which is to say to himself. */
  public MessageId toFileHelper() {
    return to(world.accounts().named(Accounts.FILE_HELPER).orElseThrow().id());
  }

  private MessageId to(ChatId chat) {
    return switch (world.messages().send(Draft.typed(writer.id(), chat, text))) {
      case SendOutcome.Sent sent -> sent.id();
      case SendOutcome.Refused refused ->
          throw new IllegalStateException(writer.name() + " may not: " + refused.refusal());
    };
  }

  @Override
  public String toString() {
    return writer.name() + " says " + text.length() + " characters";
  }
}

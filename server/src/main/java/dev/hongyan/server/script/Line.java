// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.script;

import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.Accounts;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Draft;
import dev.hongyan.server.world.MessageId;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.SendOutcome;
import dev.hongyan.server.world.World;

/** Something that somebody is about to send from his phone. */
public final class Line {

  private final World world;
  private final Account writer;
  private final Content content;

  Line(World world, Account writer, Content content) {
    this.world = world;
    this.writer = writer;
    this.content = content;
  }

  /**
   * Sends it to somebody.
   *
   * @throws IllegalStateException if he may not
   */
  public MessageId to(Person other) {
    return to(other.account().id());
  }

  /**
   * Sends it into a chat room.
   *
   * @throws IllegalStateException if he may not
   */
  public MessageId to(Room room) {
    return to(room.id());
  }

  /** Sends it to the file helper, which is to say to himself. */
  public MessageId toFileHelper() {
    return to(world.accounts().named(Accounts.FILE_HELPER).orElseThrow().id());
  }

  private MessageId to(ChatId chat) {
    return switch (world.messages().send(Draft.fromPhone(writer.id(), chat, content))) {
      case SendOutcome.Sent sent -> sent.id();
      case SendOutcome.Refused refused ->
          throw new IllegalStateException(writer.name() + " may not: " + refused.refusal());
    };
  }

  @Override
  public String toString() {
    return writer.name() + " sends " + content.kind();
  }
}

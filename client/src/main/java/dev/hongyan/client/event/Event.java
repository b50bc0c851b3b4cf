// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.event;

import dev.hongyan.client.identity.IdentityChange;
import dev.hongyan.client.message.Message;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.message.StatusNote;
import java.time.Duration;
import java.util.List;

/**
 * What happens in the life of a client. Events are for watching: they are dropped where a watcher
 * is too slow. Messages that must not be lost go to handlers.
 */
public sealed interface Event permits LoginEvent, Event.OfSession {

  /** What happens after a login. */
  sealed interface OfSession extends Event {}

  /**
   * A part of the contact list has come; more may follow. Comes during each login.
   *
   * @param soFar how many contacts are known now
   */
  record ContactsLoaded(int soFar) implements OfSession {}

  /** A message is about to be handed to its handlers; comes again if it is redelivered. */
  record MessageReceived(Message message) implements OfSession {}

  /**
   * The phone tells what it does: which chats it has, which one it opened, read or left (protocol
   * reference 5.15).
   */
  record PhoneNoted(StatusNote note) implements OfSession {}

  /** A contact or room is new or has changed. Does not come for those of the first contact list. */
  record ContactChanged(Contact contact) implements OfSession {}

  /** People have come into a room. Told when the room was read again, as the next two are. */
  record MembersJoined(UserName room, List<Member> members) implements OfSession {

    public MembersJoined {
      members = List.copyOf(members);
    }
  }

  /** People are in a room no longer, the account itself maybe among them. */
  record MembersLeft(UserName room, List<Member> members) implements OfSession {

    public MembersLeft {
      members = List.copyOf(members);
    }
  }

  /**
   * A room has another name.
   *
   * @param before empty if it had none
   * @param after empty if it has none any more
   */
  record RoomRenamed(UserName room, String before, String after) implements OfSession {}

  /**
   * A room has passed to another member, maybe to the account itself. Comes where it was known
   * whose it was, or that it was not the account's: owners are told with changes only (protocol
   * reference 4.6). Not told in a shared session.
   */
  record RoomPassedOn(UserName room, UserName owner) implements OfSession {}

  /** A contact or room is none any more. */
  record ContactRemoved(UserName userName) implements OfSession {}

  /** It came to light who somebody is, or is not, across logins. */
  record IdentityChanged(IdentityChange change) implements OfSession {}

  /**
   * The server could not be reached or spoke nonsense; the session goes on. Nothing need be done.
   *
   * @param failures how many times in a row, from 1
   * @param delay when the next try is made
   */
  record SyncDelayed(int failures, Duration delay) implements OfSession {}

  /** The session is over: log in again. Comes once in a session and is its last event. */
  record SessionEnded(SessionEnd end) implements OfSession {}
}

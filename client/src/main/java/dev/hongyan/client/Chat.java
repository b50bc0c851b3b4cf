// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.client.contact.Friends;
import dev.hongyan.client.contact.RoomNames;
import dev.hongyan.client.identity.Identity;
import dev.hongyan.client.media.MediaSource;
import dev.hongyan.client.message.FileKind;
import dev.hongyan.client.message.Mentioned;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.message.Progress;
import dev.hongyan.client.message.RecallOutcome;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.people.ContactOutcome;
import dev.hongyan.client.people.RoomOutcome;
import dev.hongyan.protocol.SessionEndedException;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactKind;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.media.PictureDownload;
import dev.hongyan.protocol.message.Mentions;
import dev.hongyan.protocol.message.Picture;
import dev.hongyan.protocol.message.Recall;
import dev.hongyan.protocol.message.TextParts;
import dev.hongyan.protocol.message.Video;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The conversation with one person, room or special account: the handle that acts. Good as long as
 * its session; safe for many threads.
 */
public final class Chat {

  /** Characters of a remark, as the web client has it (protocol reference 3.26). */
  public static final int LONGEST_REMARK = Friends.LONGEST_REMARK;

  private final UserName userName;
  private final Connection connection;

  Chat(UserName userName, Connection connection) {
    this.userName = userName;
    this.connection = connection;
  }

  /** Whose chat this is, within this session. */
  public UserName userName() {
    return userName;
  }

  /** What to call it: our remark, or its own name; the user name if we know no better. */
  public String name() {
    return contact().map(Contact::shownName).filter(n -> !n.isEmpty()).orElse(userName.value());
  }

  /** Whether several people are in it. */
  public boolean isRoom() {
    return userName.isRoom();
  }

  /** What the other side is to the account; a stranger if nothing is known of it. */
  public ContactKind kind() {
    UserName self = connection.session().self().userName();
    return contact().orElse(Contact.of(userName)).kind(self);
  }

  /** What is known of the other side. */
  public Optional<Contact> contact() {
    return connection.directory().book().find(userName);
  }

  /**
   * Who the other side is across logins: the same person or room keeps this id, although its user
   * name changes. Empty for somebody who is in no list that is known.
   */
  public Optional<Identity> identity() {
    return connection.identities().of(userName);
  }

  /** Who is in the room; empty for a private chat. */
  public List<Member> members() {
    return contact().map(contact -> contact.room().members()).orElse(List.of());
  }

  /**
   * Whose room it is; empty for a private chat, and where nobody knows. The service says at once
   * whether a room is the account's, but who else owns one only when something changes in it
   * (protocol reference 4.6); once told it is kept as long as the session, across restarts.
   */
  public Optional<Member> owner() {
    return connection
        .directory()
        .owner(userName)
        .flatMap(owner -> connection.directory().book().member(userName, owner));
  }

  /**
   * Sends a text and waits for its outcome: for its turn first, for some minutes at most if nobody
   * answers. It is kept before it is sent; interrupted, it is repeated at the next start.
   *
   * @param text plain, with {@code \n} between lines, not empty
   * @throws SessionEndedException if another process has ended the session that this one shares
   */
  public SendOutcome send(String text) throws InterruptedException {
    return connection.outbox().send(userName, text);
  }

  /**
   * Sends a text of any length: where it is too long for one message it is split where a reader
   * would pause. Stops at the first part that is not sent.
   *
   * @return an outcome for each part that was tried, at least one
   */
  public List<SendOutcome> sendInParts(String text) throws InterruptedException {
    List<SendOutcome> outcomes = new ArrayList<>();
    for (String part : TextParts.split(text)) {
      outcomes.add(send(part));
      if (!(outcomes.getLast() instanceof SendOutcome.Sent)) {
        break;
      }
    }
    return List.copyOf(outcomes);
  }

  /**
   * Sends a file as what its name says: a picture, an emoticon that moves, a video, or a file; what
   * is too large to be shown is sent as a file. Waits for the outcome, as {@link #send(String)}
   * does; the file has to stay as it is until then.
   */
  public SendOutcome send(Path file) throws InterruptedException {
    return send(file, Progress.UNSEEN);
  }

  /** As {@link #send(Path)}, telling how far the upload is. */
  public SendOutcome send(Path file, Progress progress) throws InterruptedException {
    return connection.outbox().send(userName, file, progress);
  }

  /** As {@link #send(Path)}, but as the kind that is wanted, whatever the name says. */
  public SendOutcome send(Path file, FileKind kind) throws InterruptedException {
    return send(file, kind, Progress.UNSEEN);
  }

  /** As {@link #send(Path, FileKind)}, telling how far the upload is. */
  public SendOutcome send(Path file, FileKind kind, Progress progress) throws InterruptedException {
    return connection.outbox().send(userName, file, kind, progress);
  }

  /** Sends a JPEG, PNG or BMP that is shown in the chat. */
  public SendOutcome sendPicture(Path file) throws InterruptedException {
    return send(file, FileKind.PICTURE);
  }

  /** Sends a GIF that moves in the chat. */
  public SendOutcome sendEmoticon(Path file) throws InterruptedException {
    return send(file, FileKind.EMOTICON);
  }

  /** Sends an MP4 that is played in the chat. */
  public SendOutcome sendVideo(Path file) throws InterruptedException {
    return send(file, FileKind.VIDEO);
  }

  /** Sends a file to be opened by whoever gets it, whatever it is. */
  public SendOutcome sendFile(Path file) throws InterruptedException {
    return send(file, FileKind.FILE);
  }

  /**
   * Sends on what was received in any chat. Pictures, videos, emoticons, locations and texts stay
   * what they are, a voice becomes a file, a link the text of its title and address. Of other kinds
   * nothing is sent.
   */
  public SendOutcome forward(Message received) throws InterruptedException {
    return connection.outbox().forward(userName, received.item(), Progress.UNSEEN);
  }

  /**
   * Takes back what was sent into this chat, which the service allows for two minutes (protocol
   * reference 3.25).
   */
  public RecallOutcome recall(SendOutcome.Sent sent) throws InterruptedException {
    return connection.recalls().recall(userName, sent.id());
  }

  /**
   * What a message said that was taken back: one of the last 500 that came, across restarts.
   *
   * @return empty if it came before those, was the account's own from here, or is not told
   *     (protocol reference 5.13)
   */
  public Optional<Message> original(Recall recall) throws InterruptedException {
    return connection.originals().of(recall);
  }

  /** Whom a text in this room mentions; nobody in a private chat. */
  public Mentioned mentions(String text) {
    return isRoom() ? names().in(text) : Mentioned.NOBODY;
  }

  /**
   * What to put into a text to mention a member of this room.
   *
   * @throws IllegalArgumentException if there is no such member
   */
  public String mention(UserName member) {
    return names()
        .of(member)
        .map(Mentions::of)
        .orElseThrow(() -> new IllegalArgumentException(member + " is not in " + userName));
  }

  private RoomNames names() {
    return new RoomNames(members(), connection.directory().book(), connection.session().self());
  }

  /**
   * The picture, emoticon, voice, video or file of a message.
   *
   * @throws IllegalArgumentException if there is nothing of that kind in it
   */
  public Download download(Message message) {
    return MediaSource.of(connection.session(), message.item(), message.kind())
        .map(source -> Download.of(connection.downloader(), source))
        .orElseThrow(() -> new IllegalArgumentException("nothing to download in " + message));
  }

  /**
   * The small picture of a picture, or the cover of a video.
   *
   * @throws IllegalArgumentException if the message is neither
   */
  public Download thumbnail(Message message) {
    return switch (message.kind()) {
      case Picture _, Video _ ->
          Download.of(
              connection.downloader(),
              MediaSource.picture(
                  connection.session(), message.id(), PictureDownload.Size.THUMBNAIL));
      default -> throw new IllegalArgumentException("no picture in " + message);
    };
  }

  /** The picture of the other side: a person's, or the room's. */
  public Download avatar() {
    return Download.of(
        connection.downloader(),
        MediaSource.avatar(
            connection.session(), userName, contact().map(Contact::headImage).orElse("")));
  }

  /** The picture of a member of this room, who need not be a friend. */
  public Download avatar(UserName member) {
    String room = contact().map(known -> known.room().encryptedId()).orElse("");
    return Download.of(
        connection.downloader(), MediaSource.memberAvatar(connection.session(), member, room));
  }

  /** Whether it stays at the top of the list. */
  public boolean isPinned() {
    return contact().map(contact -> contact.flags().isPinned()).orElse(false);
  }

  /** Pins it to the top of the list. Its remark is read first, which has to come along. */
  public ContactOutcome pin() throws InterruptedException {
    return connection.friends().pin(userName, true);
  }

  /** Takes it off the top of the list. */
  public ContactOutcome unpin() throws InterruptedException {
    return connection.friends().pin(userName, false);
  }

  /**
   * Gives the other side a remark, which goes before their own name; an empty one takes it away.
   *
   * @param remark {@value #LONGEST_REMARK} characters at most
   * @throws IllegalArgumentException if it is longer
   * @throws IllegalStateException if this is a room
   */
  public ContactOutcome remark(String remark) throws InterruptedException {
    return connection.friends().remark(person(), remark);
  }

  /**
   * Asks a stranger to be a friend. The service counts strictly: doing so often, above all with
   * members of rooms, is the shortest way to lose an account (protocol reference 3.27).
   *
   * @param greeting what they read, maybe empty
   * @throws IllegalStateException if this is a room
   */
  public ContactOutcome befriend(String greeting) throws InterruptedException {
    return connection.friends().ask(person(), greeting);
  }

  /**
   * Gives the room another name.
   *
   * @throws IllegalStateException if this is no room
   */
  public RoomOutcome rename(String name) throws InterruptedException {
    return connection.rooms().rename(room(), name);
  }

  /**
   * Brings friends into the room. With 40 members or more they are invited and must agree first.
   *
   * @throws IllegalStateException if this is no room
   */
  public RoomOutcome invite(Collection<UserName> friends) throws InterruptedException {
    return connection.rooms().bring(room(), friends);
  }

  /**
   * Puts members out of the room, which only its owner may.
   *
   * @throws IllegalStateException if this is no room
   */
  public RoomOutcome remove(Collection<UserName> members) throws InterruptedException {
    return connection.rooms().remove(room(), members);
  }

  /**
   * Leaves the room.
   *
   * @throws IllegalStateException if this is no room
   */
  public RoomOutcome leave() throws InterruptedException {
    return connection.rooms().leave(room());
  }

  private UserName room() {
    if (!isRoom()) {
      throw new IllegalStateException("this chat is no room");
    }
    return userName;
  }

  private UserName person() {
    if (isRoom()) {
      throw new IllegalStateException("this chat is a room");
    }
    return userName;
  }

  @Override
  public String toString() {
    return "chat " + userName;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.script;

import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AttachedContent;
import dev.hongyan.server.world.Attachment;
import dev.hongyan.server.world.ContactEdit;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Media;
import dev.hongyan.server.world.MediaKind;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.MessageId;
import dev.hongyan.server.world.ProfileEdit;
import dev.hongyan.server.world.RecallOutcome;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Somebody who does what the script says. */
public final class Person {

  private static final int PAGE = 100;

  private final World world;
  private final Account account;

  Person(World world, Account account) {
    this.world = world;
    this.account = account;
  }

  /** His short name. */
  public String name() {
    return account.name();
  }

  /** All about him, as it was when he came on stage. */
  public Account account() {
    return account;
  }

  /** His phone. */
  public Phone phone() {
    return new Phone(world, account);
  }

  /** Something that he is about to write. */
  public Line says(String text) {
    return sends(new Content.Text(text));
  }

  /** Anything that he is about to send. */
  public Line sends(Content content) {
    return new Line(world, account, content);
  }

  /** A picture that he is about to send. */
  public Line sendsPicture(String name, byte[] bytes) {
    return sends(new AttachedContent.Picture(file(name, bytes, MediaKind.PICTURE)));
  }

  /** Something that he has said into his phone, as MP3. */
  public Line sendsVoice(byte[] mp3, Duration length) {
    return sends(new AttachedContent.Voice(file("voice.mp3", mp3, MediaKind.VIDEO), length));
  }

  /** A video that he is about to send, as MP4. */
  public Line sendsVideo(String name, byte[] mp4, Duration length) {
    Attachment file = file(name, mp4, MediaKind.VIDEO);
    return sends(new AttachedContent.Video(file, length, false, Optional.empty()));
  }

  /** A sticker of his own that he is about to send. */
  public Line sendsEmoticon(byte[] gif) {
    return sends(new AttachedContent.Emoticon(file("emoticon.gif", gif, MediaKind.PICTURE)));
  }

  /** A file that he is about to send. */
  public Line sendsFile(String name, byte[] bytes) {
    return sends(new AttachedContent.File(file(name, bytes, MediaKind.FILE)));
  }

  /** The card of somebody whom he is about to recommend. */
  public Line recommends(Person other) {
    return sends(new Content.Card(other.account.id()));
  }

  private Attachment file(String name, byte[] bytes, MediaKind kind) {
    return new Attachment(world.media().keep(new ByteArrayInputStream(bytes), kind), name);
  }

  /**
   * Takes back what he has sent.
   *
   * @return the message that tells of it
   * @throws IllegalStateException if he may not
   */
  public MessageId recalls(MessageId sent) {
    return switch (world.recalls().onPhone(account.id(), sent)) {
      case RecallOutcome.Recalled(var notice) -> notice;
      case RecallOutcome.Refused(var reason) ->
          throw new IllegalStateException(name() + " may not recall it: " + reason);
    };
  }

  /**
   * What a message on his phone came with.
   *
   * @throws IllegalStateException if it came with nothing
   */
  public byte[] opens(Message message) {
    Media media =
        message
            .content()
            .attachment()
            .map(Attachment::media)
            .orElseThrow(() -> new IllegalStateException("there is nothing to open"));
    try (InputStream in = world.media().open(media)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Knows the other one from now on, and is known by him. */
  public void befriends(Person other) {
    world.contacts().befriend(name(), other.name(), "");
  }

  /** Knows the other one from now on, under a name of his own for him. */
  public void befriends(Person other, String remark) {
    world.contacts().befriend(name(), other.name(), remark);
  }

  /** Asks the other one to be his friend. */
  public void asks(Person other, String greeting) {
    world.friendRequests().ask(account.id(), other.account.id(), greeting);
  }

  /**
   * Says yes to the other one, who has asked to be his friend.
   *
   * @throws dev.hongyan.server.world.WorldException if he has not
   */
  public void accepts(Person other) {
    world.friendRequests().accept(account.id(), other.account.id(), "");
  }

  /** Takes the other one out of his address book; the other one hears nothing of it. */
  public void deletes(Person other) {
    world.contacts().delete(account.id(), other.account.id());
  }

  /** Changes what he noted about the other one. */
  public void notes(Person other, ContactEdit edit) {
    world.contacts().edit(account.id(), other.account.id(), edit);
  }

  /** Changes what others see of him. */
  public void becomes(ProfileEdit edit) {
    world.accounts().change(account.id(), edit);
  }

  /** What he does in a chat room. */
  public Seat in(Room room) {
    return new Seat(world, account, room);
  }

  /** Is treated otherwise by the service from now on. */
  public <T> void isTreated(Switch<T> how, T value) {
    world.accounts().set(name(), Map.of(how.word(), value.toString()));
  }

  /** Everything on his phone, sent and received, oldest first. */
  public List<Message> messages() {
    return world.messages().onPhone(account.id(), 0, Integer.MAX_VALUE);
  }

  /**
   * Waits until this text has come to him, if it has not already.
   *
   * @param patience how long his phone may be silent before he gives up
   * @return the first message that says it
   * @throws IllegalStateException if it does not come in time
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Message receives(String text, Duration patience) throws InterruptedException {
    return receives(content -> content.text().equals(text), patience);
  }

  /**
   * The same for the first message of a kind: {@code receives(AttachedContent.Picture.class, …)}.
   */
  public Message receives(Class<? extends Content> kind, Duration patience)
      throws InterruptedException {
    return receives(kind::isInstance, patience);
  }

  private Message receives(Predicate<Content> wanted, Duration patience)
      throws InterruptedException {
    long after = 0;
    while (true) {
      List<Message> page = world.messages().awaitOnPhone(account.id(), after, PAGE, patience);
      Optional<Message> found =
          page.stream()
              .filter(message -> !message.from().equals(account.id()))
              .filter(message -> wanted.test(message.content()))
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      if (page.isEmpty()) {
        throw new IllegalStateException(name() + " has not received it within " + patience);
      }
      after = page.getLast().id().value();
    }
  }

  @Override
  public String toString() {
    return name();
  }
}

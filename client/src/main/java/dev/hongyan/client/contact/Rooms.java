// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.contact;

import dev.hongyan.client.people.Entrant;
import dev.hongyan.client.people.Entrant.Standing;
import dev.hongyan.client.people.RoomOutcome;
import dev.hongyan.client.send.Pacer;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.Session;
import dev.hongyan.protocol.Retcode.Policy;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.message.WireText;
import dev.hongyan.protocol.room.ChangeRoom;
import dev.hongyan.protocol.room.CreateRoom;
import dev.hongyan.protocol.room.RoomChange;
import dev.hongyan.protocol.room.RoomMemberStatus;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens and changes chat rooms, and reads them again (protocol reference 3.28, 3.29). */
public final class Rooms {

  /** From so many members on people are invited, not added (protocol reference 3.28). */
  private static final int INVITED_FROM = 40;

  private static final int FEWEST_OTHERS = 2;

  private final Session session;
  private final Directory directory;
  private final Pacer pacer;
  private final Wishes wishes;

  public Rooms(Session session, Directory directory, Retry retry, Pacer pacer) {
    this.session = session;
    this.directory = directory;
    this.pacer = pacer;
    this.wishes = new Wishes(session, retry);
  }

  /**
   * Opens a room; asked once only, for a second time there would be two.
   *
   * @throws IllegalArgumentException if it is with fewer than two others
   */
  public RoomOutcome create(Collection<UserName> people, String topic) throws InterruptedException {
    Set<UserName> others = new LinkedHashSet<>(people);
    others.remove(session.self().userName());
    if (others.size() < FEWEST_OTHERS) {
      throw new IllegalArgumentException("a room needs at least two others");
    }
    pacer.awaitRoom();
    Optional<CreateRoom.Reply> answer =
        wishes.once(
            CreateRoom.CALL,
            keys ->
                new CreateRoom.Request(keys.base(), keys.passTicket(), List.copyOf(others), topic));
    if (answer.isEmpty()) {
      return new RoomOutcome.Unknown();
    }
    CreateRoom.Reply reply = answer.get();
    return reply.isCreated()
        ? readAgain(reply.name(), reply.members(), Standing.INVITED)
        : refused(reply.status(), reply.members());
  }

  /**
   * Gives a room another name.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public RoomOutcome rename(UserName room, String topic) throws InterruptedException {
    if (topic.isBlank()) {
      throw new IllegalArgumentException("a room cannot be renamed to nothing");
    }
    return change(room, new RoomChange.Rename(topic), Standing.UNKNOWN);
  }

  /** Brings people into a room, or invites them if it is a large one by now. */
  public RoomOutcome bring(UserName room, Collection<UserName> people) throws InterruptedException {
    List<UserName> newcomers = distinct(people);
    directory.refresh(List.of(room));
    Set<UserName> together = membersOf(room);
    together.addAll(newcomers);
    RoomChange change =
        together.size() < INVITED_FROM
            ? new RoomChange.Add(newcomers)
            : new RoomChange.Invite(newcomers);
    return change(room, change, Standing.INVITED);
  }

  /** Puts people out of a room; only its owner may. */
  public RoomOutcome remove(UserName room, Collection<UserName> people)
      throws InterruptedException {
    return change(room, new RoomChange.Remove(distinct(people)), Standing.OUT);
  }

  /** Leaves a room, which is forgotten then. */
  public RoomOutcome leave(UserName room) throws InterruptedException {
    pacer.awaitRoom();
    // Said again after a lost answer it would be refused: there is nothing left to leave.
    Optional<ChangeRoom.Reply> answer =
        wishes.once(
            ChangeRoom.CALL,
            keys ->
                new ChangeRoom.Request(
                    keys.base(), keys.passTicket(), room, new RoomChange.Leave()));
    if (answer.isEmpty()) {
      return new RoomOutcome.Unknown();
    }
    if (!isDone(answer.get().status())) {
      return refused(answer.get().status(), List.of());
    }
    directory.forget(room);
    return new RoomOutcome.Done(room, List.of());
  }

  private static List<UserName> distinct(Collection<UserName> people) {
    if (people.isEmpty()) {
      throw new IllegalArgumentException("nobody is named");
    }
    return people.stream().distinct().toList();
  }

  private RoomOutcome change(UserName room, RoomChange change, Standing ifAbsent)
      throws InterruptedException {
    pacer.awaitRoom();
    Optional<ChangeRoom.Reply> answer =
        wishes.repeat(
            ChangeRoom.CALL,
            keys -> new ChangeRoom.Request(keys.base(), keys.passTicket(), room, change));
    if (answer.isEmpty()) {
      return new RoomOutcome.Unknown();
    }
    ChangeRoom.Reply reply = answer.get();
    return isDone(reply.status())
        ? readAgain(room, reply.members(), ifAbsent)
        : refused(reply.status(), reply.members());
  }

  private static boolean isDone(Status status) {
    return status.policy() == Policy.SUCCESS;
  }

  private static RoomOutcome refused(Status status, List<Member> people) {
    List<Entrant> entrants =
        people.stream().map(member -> entrant(member, Standing.UNKNOWN)).toList();
    return new RoomOutcome.Refused(status.ret(), status.words(), entrants);
  }

  /** The answer does not tell who has to agree first: that shows in who is there. */
  private RoomOutcome readAgain(UserName room, List<Member> people, Standing ifAbsent)
      throws InterruptedException {
    boolean isFresh = directory.refresh(List.of(room));
    Set<UserName> present = membersOf(room);
    List<Entrant> entrants =
        people.stream()
            .map(member -> {
              Standing seen = present.contains(member.userName()) ? Standing.IN : ifAbsent;
              return entrant(member, isFresh ? seen : Standing.UNKNOWN);
            })
            .toList();
    return new RoomOutcome.Done(room, entrants);
  }

  private static Entrant entrant(Member member, Standing otherwise) {
    Standing standing =
        switch (RoomMemberStatus.of(member)) {
          case BLOCKED_YOU -> Standing.BLOCKED_YOU;
          case NO_FRIEND -> Standing.NO_FRIEND;
          case UNKNOWN -> Standing.UNKNOWN;
          case FINE -> otherwise;
        };
    return new Entrant(member.userName(), WireText.decode(member.nickName()), standing);
  }

  private Set<UserName> membersOf(UserName room) {
    Set<UserName> names = new LinkedHashSet<>();
    directory
        .book()
        .find(room)
        .ifPresent(found -> found.room().members().forEach(member -> names.add(member.userName())));
    return names;
  }
}

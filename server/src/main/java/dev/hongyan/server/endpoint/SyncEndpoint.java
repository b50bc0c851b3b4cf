// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.sync.ContactChange;
import dev.hongyan.protocol.sync.ContactGone;
import dev.hongyan.protocol.sync.ProfileChange;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.EndReason;
import dev.hongyan.server.world.Mail;
import dev.hongyan.server.world.MailPage;
import dev.hongyan.server.world.RoomId;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Gives everything after a sync key, and renews the session's cookies (protocol reference 3.11).
 */
record SyncEndpoint(
    World world,
    InstantSource time,
    SessionCheck check,
    ServiceHosts hosts,
    ContactCards cards,
    CursorReading cursors)
    implements SessionEndpoint<Sync.Request, Sync.Reply> {

  /** Items of a page (protocol reference, Appendix D). */
  private static final int PAGE = 50;

  /** The key whose value stands in a cookie. */
  private static final int PLUGIN_KEY = 1000;

  @Override
  public Call<Sync.Request, Sync.Reply> call() {
    return Sync.CALL;
  }

  @Override
  public Claim claim(Sync.Request question) {
    return Claim.of(question.base(), question.passTicket());
  }

  @Override
  public Sync.Reply refused(Status status) {
    return Sync.Reply.refused(status);
  }

  @Override
  public WebReply answer(Sync.Request question, Guest guest) {
    Session session = guest.session();
    OptionalLong place = cursors.place(Optional.of(question.syncKey()), guest);
    MailPage page =
        place.isPresent()
            ? after(place.getAsLong(), guest)
            // A key that means nothing brings nothing, and the way back to what was not
            // acknowledged (Appendix D).
            : new MailPage(List.of(), session.acknowledged(), false, Map.of());
    // It may have ended since it was checked, and an empty page would say that all is well.
    Optional<EndReason> end = world.sessions().endOf(session);
    if (end.isPresent()) {
      check.told(session);
      return call().answer(refused(Status.of(new Retcode(end.get().retcode()))));
    }
    Sync.Reply news = reply(page, newKey(question, guest), guest);
    WebReply reply = call().answer(news);
    return new WebReply(
        reply.status(), reply.headers().and(renewal(news.syncKey(), guest)), reply.body());
  }

  /** What its client came with instead of a key is no reason to renew it. */
  private Secret newKey(Sync.Request question, Guest guest) {
    Secret used = question.base().skey();
    return used.isPresent()
        ? world
            .sessions()
            .newKey(guest.session(), used.value())
            .map(Secret::new)
            .orElse(Secret.NONE)
        : Secret.NONE;
  }

  private Headers renewal(SyncKey key, Guest guest) {
    Session session = guest.session();
    return SessionCookies.of(session, guest.account(), hosts, guest.visit())
        .ofSync(session.created(), key.val(PLUGIN_KEY).orElse(0L), time.instant());
  }

  private MailPage after(long place, Guest guest) {
    world.mailboxes().acknowledge(guest.session(), place);
    long from =
        guest.switched(Switch.REDELIVERY)
            ? world.mailboxes().pageBefore(guest.session(), place)
            : place;
    return world.mailboxes().page(guest.session(), from, PAGE);
  }

  private Sync.Reply reply(MailPage page, Secret newKey, Guest guest) {
    SyncKey key = CursorReading.later(guest.session(), page.last(), time.instant());
    boolean profile = page.items().stream().anyMatch(Mail.ProfileChanged.class::isInstance);
    List<ContactChange> changes = new ArrayList<>();
    List<ContactGone> gone = new ArrayList<>();
    subjects(page)
        .forEach((subject, removed) -> {
          if (removed && !isKept(subject, guest)) {
            gone.add(new ContactGone(cards.name(subject, guest), ContactFlags.NONE));
          } else {
            // Who was put out of a room hears of that by its note alone (protocol reference 3.11).
            cards.of(subject, guest).ifPresent(card -> changes.add(change(subject, card, guest)));
          }
        });
    return new Sync.Reply(
        Status.OK,
        messages(page, guest),
        changes,
        gone,
        profile ? profile(guest) : ProfileChange.NONE,
        page.more() && guest.switched(Switch.CONTINUE_FLAG),
        key,
        newKey,
        guest.switched(Switch.SYNC_CHECK_KEY) ? key : SyncKey.NONE);
  }

  private List<MessageItem> messages(MailPage page, Guest guest) {
    MessageItems items = new MessageItems(cards, new ContentKinds(world, cards));
    List<MessageItem> messages = new ArrayList<>();
    for (Mail mail : page.items()) {
      switch (mail) {
        case Mail.Arrived(_, var message) ->
            messages.add(items.of(message, page.accounts(), guest));
        case Mail.ChatsNoticed noticed -> messages.add(items.of(noticed, guest));
        case Mail.Changed _, Mail.Added _, Mail.Removed _, Mail.ProfileChanged _ -> {}
      }
    }
    return messages;
  }

  /** Whether something that was removed is there again by now. */
  private boolean isKept(ChatId subject, Guest guest) {
    AccountId viewer = guest.account().id();
    return switch (subject) {
      case RoomId room -> world.rooms().membership(viewer, room).isPresent();
      case AccountId account -> world.contacts().find(viewer, account).isPresent();
    };
  }

  /**
   * Whose entries are not what they were, each once, and whether they were removed: what is told is
   * how they are now.
   */
  private static Map<ChatId, Boolean> subjects(MailPage page) {
    Map<ChatId, Boolean> subjects = new LinkedHashMap<>();
    for (Mail mail : page.items()) {
      switch (mail) {
        case Mail.Changed(_, var subject) -> subjects.merge(subject, false, Boolean::logicalOr);
        case Mail.Added(_, var subject) -> subjects.merge(subject, false, Boolean::logicalOr);
        case Mail.Removed(_, var subject) -> subjects.put(subject, true);
        case Mail.Arrived _, Mail.ChatsNoticed _, Mail.ProfileChanged _ -> {}
      }
    }
    return subjects;
  }

  private ContactChange change(ChatId subject, Contact card, Guest guest) {
    UserName owner =
        switch (subject) {
          case AccountId _ -> UserName.NONE;
          case RoomId room ->
              world
                  .rooms()
                  .find(room)
                  .map(found -> cards.name(found.owner(), guest))
                  .orElse(UserName.NONE);
        };
    return new ContactChange(card, owner, false);
  }

  private ProfileChange profile(Guest guest) {
    Self self = cards.self(guest);
    return new ProfileChange(
        ProfileChange.CHANGED,
        self.names().nickName(),
        guest.account().profile().alias(),
        self.sex(),
        self.headImage(),
        self.signature());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.contact;

import dev.hongyan.client.people.ContactOutcome;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.session.Session.Keys;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Retcode.Policy;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.StatusReply;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactOperation;
import dev.hongyan.protocol.contact.SearchContact;
import dev.hongyan.protocol.contact.VerifyContact;
import dev.hongyan.protocol.message.FriendRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Changes what the account has to do with people (protocol reference 3.26, 3.27, 3.34). */
public final class Friends {

  /** As the web client has it (protocol reference 3.26). */
  public static final int LONGEST_REMARK = 18;

  private static final int TRIES = 3;

  private final Session session;
  private final Directory directory;
  private final Retry retry;
  private final Wishes wishes;

  public Friends(Session session, Directory directory, Retry retry) {
    this.session = session;
    this.directory = directory;
    this.retry = retry;
    this.wishes = new Wishes(session, retry);
  }

  /**
   * Gives somebody a remark; an empty one takes it away.
   *
   * @throws IllegalArgumentException if it has more than 18 characters
   */
  public ContactOutcome remark(UserName who, String remark) throws InterruptedException {
    int length = remark.codePointCount(0, remark.length());
    if (length > LONGEST_REMARK) {
      throw new IllegalArgumentException(
          "a remark has at most " + LONGEST_REMARK + " characters, not " + length);
    }
    return change(
        who,
        ContactOperation.CALL,
        keys -> ContactOperation.Request.remark(keys.base(), keys.passTicket(), who, remark));
  }

  /**
   * Pins a chat to the top of the list, or takes it off. The present remark has to come along, or
   * it would be erased: it is read first, for the phone may have changed it a moment ago.
   */
  public ContactOutcome pin(UserName chat, boolean pinned) throws InterruptedException {
    if (!chat.isSpecial()) {
      directory.fetch(List.of(chat));
    }
    String remark =
        directory.book().find(chat).map(Contact::names).map(names -> names.remarkName()).orElse("");
    return change(
        chat,
        ContactOperation.CALL,
        keys -> ContactOperation.Request.pin(keys.base(), keys.passTicket(), chat, pinned, remark));
  }

  /** Asks somebody to be a friend; never twice, for it is counted strictly. */
  public ContactOutcome ask(UserName who, String greeting) throws InterruptedException {
    return outcome(
        wishes.once(
            VerifyContact.CALL,
            keys -> VerifyContact.Request.asking(keys.base(), keys.passTicket(), who, greeting)));
  }

  /** Accepts who has asked. */
  public ContactOutcome accept(FriendRequest request) throws InterruptedException {
    UserName who = request.person().userName();
    return change(
        who,
        VerifyContact.CALL,
        keys ->
            VerifyContact.Request.accepting(keys.base(), keys.passTicket(), who, request.ticket()));
  }

  /** Who goes by this WeChat id; the address book knows them afterwards, be they strangers. */
  public List<UserName> search(String id) throws InterruptedException {
    List<UserName> found =
        retry
            .read(
                TRIES,
                () ->
                    session.demand(
                        SearchContact.CALL,
                        keys -> new SearchContact.Request(keys.base(), keys.passTicket(), id)))
            .found();
    directory.refresh(found);
    return found;
  }

  private <Q> ContactOutcome change(
      UserName who, Call<Q, StatusReply> call, Function<Keys, Q> question)
      throws InterruptedException {
    ContactOutcome outcome = outcome(wishes.repeat(call, question));
    if (outcome instanceof ContactOutcome.Done && !who.isSpecial()) {
      directory.refresh(List.of(who));
    }
    return outcome;
  }

  private static ContactOutcome outcome(Optional<StatusReply> reply) {
    return reply
        .map(StatusReply::status)
        .map(Friends::outcome)
        .orElseGet(ContactOutcome.Unknown::new);
  }

  private static ContactOutcome outcome(Status status) {
    return status.policy() == Policy.SUCCESS
        ? new ContactOutcome.Done()
        : new ContactOutcome.Refused(status.ret(), status.words());
  }
}

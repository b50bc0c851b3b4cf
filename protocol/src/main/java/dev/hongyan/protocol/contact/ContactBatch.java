// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.contact;

import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;
import java.util.List;

/** Fetches rooms with their members, and people, by name (protocol reference 3.9). */
public final class ContactBatch {

  /** The most entries that one call may ask for. */
  public static final int MAX_ENTRIES = 50;

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.post("webwxbatchgetcontact", HostRole.MAIN)
          .asks(
              new Request(BaseRequest.NONE, Secret.NONE, List.of()),
              (p, q) -> {
                p.constantQuery("type", "ex");
                p.constantQuery("r", Long.toString(p.now()));
                Secret passTicket = p.passTicket(q.passTicket);
                return p.json(Request.SHAPE, q).withPassTicket(passTicket);
              })
          .answers(
              ReplyCodec.json(
                  new Shape<>(
                      Reply.refused(Status.OK),
                      (f, r) -> {
                        Status status = f.required().object("BaseResponse", Status.SHAPE, r.status);
                        f.constant("Count", r.contacts.size());
                        return new Reply(status, f.list("ContactList", Contact.SHAPE, r.contacts));
                      })));

  private ContactBatch() {}

  /** Whom to fetch. A server sees more than {@link #MAX_ENTRIES} where a client breaks the rule. */
  public record Request(BaseRequest base, Secret passTicket, List<Entry> entries) {

    private static final Shape<Request> SHAPE =
        new Shape<>(
            new Request(BaseRequest.NONE, Secret.NONE, List.of()),
            (f, q) -> {
              BaseRequest base = f.required().object("BaseRequest", BaseRequest.SHAPE, q.base);
              f.constant("Count", q.entries.size());
              return new Request(
                  base, q.passTicket, f.required().list("List", Entry.SHAPE, q.entries));
            });

    public Request {
      entries = List.copyOf(entries);
    }

    private Request withPassTicket(Secret ticket) {
      return new Request(base, ticket, entries);
    }
  }

  /**
   * One name to fetch.
   *
   * @param room empty for a room or a friend; for a room's member the room's user name, though some
   *     clients give its encrypted id
   */
  public record Entry(UserName userName, String room) {

    private static final Shape<Entry> SHAPE =
        new Shape<>(
            new Entry(UserName.NONE, ""),
            (f, e) -> {
              var name = f.word("UserName", e.userName, UserName::new, UserName::value);
              if (e.room.isEmpty()) {
                f.constant("ChatRoomId", "");
              }
              return new Entry(name, f.optionalText("EncryChatRoomId", e.room));
            });

    /** A room or a friend. */
    public static Entry of(UserName userName) {
      return new Entry(userName, "");
    }

    /** A member of a room. */
    public static Entry of(UserName userName, UserName room) {
      return new Entry(userName, room.value());
    }
  }

  /** Entries in the order of the request; an unknown name gives one without content. */
  public record Reply(Status status, List<Contact> contacts) implements Answer {

    public Reply {
      contacts = List.copyOf(contacts);
    }

    /** Nobody. */
    public static Reply refused(Status status) {
      return new Reply(status, List.of());
    }
  }
}

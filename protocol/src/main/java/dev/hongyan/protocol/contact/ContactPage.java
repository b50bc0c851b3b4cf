// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.contact;

import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;
import java.util.List;

/** Fetches the contact list page by page (protocol reference 3.8). */
public final class ContactPage {

  /** No word of where the next page begins, as before 2017. */
  public static final long NO_SEQ = -1;

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.get("webwxgetcontact", HostRole.MAIN)
          .asks(
              new Request(Secret.NONE, Secret.NONE, 0),
              (p, q) -> {
                Secret passTicket = p.passTicket(q.passTicket);
                p.constantQuery("r", Long.toString(p.now()));
                long seq = p.queryNumber("seq", q.seq);
                Secret skey = p.skey(q.skey);
                return new Request(skey, passTicket, seq);
              })
          .answers(
              ReplyCodec.json(
                  new Shape<>(
                      Reply.refused(Status.OK),
                      (f, r) -> {
                        Status status = f.required().object("BaseResponse", Status.SHAPE, r.status);
                        f.constant("MemberCount", r.contacts.size());
                        return new Reply(
                            status,
                            f.list("MemberList", Contact.SHAPE, r.contacts),
                            r.seq == NO_SEQ ? NO_SEQ : f.longNumber("Seq", r.seq));
                      })));

  private ContactPage() {}

  /**
   * Which page.
   *
   * @param seq 0 for the first, then what the page before gave
   */
  public record Request(Secret skey, Secret passTicket, long seq) {}

  /**
   * One page.
   *
   * @param seq 0 if it was the last, {@link #NO_SEQ} to leave it out
   */
  public record Reply(Status status, List<Contact> contacts, long seq) implements Answer {

    public Reply {
      contacts = List.copyOf(contacts);
    }

    /** No page. */
    public static Reply refused(Status status) {
      return new Reply(status, List.of(), 0);
    }
  }
}

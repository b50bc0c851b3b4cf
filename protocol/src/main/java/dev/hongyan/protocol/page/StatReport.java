// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.page;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.StatusReply;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;
import java.util.List;

/** Reports clicks, as the page does and nobody needs (protocol reference 3.33). */
public final class StatReport {

  /** The call. */
  public static final Call<Request, StatusReply> CALL =
      Exchange.post("webwxstatreport", HostRole.MAIN)
          .asks(
              Request.NONE,
              (p, q) -> {
                p.constantQuery("fun", "new");
                Secret passTicket = p.passTicket(q.passTicket);
                return p.json(Request.SHAPE, q).withPassTicket(passTicket);
              })
          .answers(ReplyCodec.json(StatusReply.SHAPE));

  private StatReport() {}

  /**
   * One thing to tell.
   *
   * @param text JSON of its own
   * @param type 1 information, 2 error, 16 failed sending
   */
  public record Entry(String text, int type) {

    private static final Shape<Entry> SHAPE =
        new Shape<>(
            new Entry("", 0),
            (f, e) -> new Entry(f.text("Text", e.text), f.number("Type", e.type)));

    /** The type only. */
    @Override
    public String toString() {
      return "report of type " + type;
    }
  }

  /**
   * What to tell.
   *
   * @param base without its skey
   */
  public record Request(BaseRequest base, Secret passTicket, List<Entry> entries) {

    private static final Request NONE = new Request(BaseRequest.NONE, Secret.NONE, List.of());

    private static final Shape<Request> SHAPE =
        new Shape<>(
            NONE,
            (f, q) -> {
              BaseRequest base = f.object("BaseRequest", BaseRequest.SHAPE, q.base);
              f.constant("Count", q.entries.size());
              return new Request(base, q.passTicket, f.list("List", Entry.SHAPE, q.entries));
            });

    public Request {
      entries = List.copyOf(entries);
    }

    private Request withPassTicket(Secret ticket) {
      return new Request(base, ticket, entries);
    }
  }
}

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

/** Looks for somebody by id; the web client lost its button for it (protocol reference 3.34). */
public final class SearchContact {

  private static final Shape<UserName> FOUND =
      new Shape<>(UserName.NONE, (f, name) -> new UserName(f.text("EncryUserName", name.value())));

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.post("webwxsearchcontact", HostRole.MAIN)
          .asks(
              Request.NONE,
              (p, q) -> {
                Secret passTicket = p.passTicket(q.passTicket);
                return p.json(Request.SHAPE, q).withPassTicket(passTicket);
              })
          .answers(
              ReplyCodec.json(
                  new Shape<>(
                      Reply.refused(Status.OK),
                      (f, r) ->
                          new Reply(
                              f.required().object("BaseResponse", Status.SHAPE, r.status),
                              f.list("List", FOUND, r.found)))));

  private SearchContact() {}

  /** What to look for. */
  public record Request(BaseRequest base, Secret passTicket, String keyWord) {

    private static final Request NONE = new Request(BaseRequest.NONE, Secret.NONE, "");

    private static final Shape<Request> SHAPE =
        new Shape<>(
            NONE,
            (f, q) ->
                new Request(
                    f.required().object("BaseRequest", BaseRequest.SHAPE, q.base),
                    q.passTicket,
                    f.required().text("KeyWord", q.keyWord)));

    private Request withPassTicket(Secret ticket) {
      return new Request(base, ticket, keyWord);
    }

    /** Never what is looked for. */
    @Override
    public String toString() {
      return "search";
    }
  }

  /** Who was found. */
  public record Reply(Status status, List<UserName> found) implements Answer {

    public Reply {
      found = List.copyOf(found);
    }

    /** No search. */
    public static Reply refused(Status status) {
      return new Reply(status, List.of());
    }
  }
}

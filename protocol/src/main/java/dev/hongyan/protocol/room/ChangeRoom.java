// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.room;

import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;
import java.util.List;

/** Changes a chat room: its members, its name, one's own being there (protocol reference 3.28). */
public final class ChangeRoom {

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.post("webwxupdatechatroom", HostRole.MAIN)
          .asks(
              Request.NONE,
              (p, q) -> {
                String function = p.query("fun", RoomChangeFields.of(q.change).function());
                Secret passTicket = p.passTicket(q.passTicket);
                Asked body = p.json(Asked.SHAPE, Asked.of(q));
                return new Request(body.base, passTicket, body.room, body.fields.change(function));
              })
          .answers(
              ReplyCodec.json(
                  new Shape<>(
                      Reply.refused(Status.OK),
                      (f, r) -> {
                        Status status = f.required().object("BaseResponse", Status.SHAPE, r.status);
                        f.constant("MemberCount", r.members.size());
                        return new Reply(status, f.list("MemberList", Member.SHAPE, r.members));
                      })));

  private ChangeRoom() {}

  /** Which room, and what to do to it. */
  public record Request(BaseRequest base, Secret passTicket, UserName room, RoomChange change) {

    private static final Request NONE =
        new Request(BaseRequest.NONE, Secret.NONE, UserName.NONE, new RoomChange.Leave());
  }

  /** What the body tells; which change it is stands in the query. */
  private record Asked(RoomChangeFields fields, UserName room, BaseRequest base) {

    private static final Shape<Asked> SHAPE =
        new Shape<>(
            of(Request.NONE),
            (f, a) ->
                new Asked(
                    a.fields.pass(f),
                    f.required().word("ChatRoomName", a.room, UserName::new, UserName::value),
                    f.required().object("BaseRequest", BaseRequest.SHAPE, a.base)));

    private static Asked of(Request request) {
      return new Asked(RoomChangeFields.of(request.change), request.room, request.base);
    }
  }

  /**
   * Done, or not.
   *
   * @param members whom it was done to, with {@link RoomMemberStatus}; nobody where it was the name
   */
  public record Reply(Status status, List<Member> members) implements Answer {

    public Reply {
      members = List.copyOf(members);
    }

    /** Nothing has changed. */
    public static Reply refused(Status status) {
      return new Reply(status, List.of());
    }
  }
}

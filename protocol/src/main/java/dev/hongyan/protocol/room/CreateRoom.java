// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.room;

import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Pinyin;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;
import java.util.List;

/** Makes a chat room of at least two others (protocol reference 3.29). */
public final class CreateRoom {

  private static final Shape<UserName> INVITED =
      new Shape<>(
          UserName.NONE,
          (f, name) -> f.required().word("UserName", name, UserName::new, UserName::value));

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.post("webwxcreatechatroom", HostRole.MAIN)
          .asks(
              Request.NONE,
              (p, q) -> {
                p.constantQuery("r", Long.toString(p.now()));
                Secret passTicket = p.passTicket(q.passTicket);
                return p.json(Request.SHAPE, q).withPassTicket(passTicket);
              })
          .answers(ReplyCodec.json(Reply.SHAPE));

  private CreateRoom() {}

  /**
   * Who is to be in it.
   *
   * @param topic the room's name; empty for none
   */
  public record Request(BaseRequest base, Secret passTicket, List<UserName> members, String topic) {

    private static final Request NONE = new Request(BaseRequest.NONE, Secret.NONE, List.of(), "");

    private static final Shape<Request> SHAPE =
        new Shape<>(
            NONE,
            (f, q) -> {
              BaseRequest base = f.required().object("BaseRequest", BaseRequest.SHAPE, q.base);
              f.constant("MemberCount", q.members.size());
              return new Request(
                  base,
                  q.passTicket,
                  f.required().list("MemberList", INVITED, q.members),
                  f.text("Topic", q.topic));
            });

    public Request {
      members = List.copyOf(members);
    }

    private Request withPassTicket(Secret ticket) {
      return new Request(base, ticket, members, topic);
    }

    /** With whom, and never the name. */
    @Override
    public String toString() {
      return "room of " + members;
    }
  }

  /**
   * The new room.
   *
   * @param members those invited, with {@link RoomMemberStatus}
   * @param name its user name; empty if there is none, whatever the status says
   * @param blackList nobody knows what it is for
   */
  public record Reply(
      Status status,
      String topic,
      Pinyin pinyin,
      List<Member> members,
      UserName name,
      String blackList)
      implements Answer {

    /** What the service says when all is well. */
    public static final Status DONE = new Status(Retcode.OK, "Everything is OK");

    private static final Shape<Reply> SHAPE =
        new Shape<>(
            refused(Status.OK),
            (f, r) -> {
              Status status = f.required().object("BaseResponse", Status.SHAPE, r.status);
              String topic = f.text("Topic", r.topic);
              String initials = f.text("PYInitial", r.pinyin.initials());
              String full = f.text("QuanPin", r.pinyin.full());
              f.constant("MemberCount", r.members.size());
              return new Reply(
                  status,
                  topic,
                  new Pinyin(initials, full),
                  f.list("MemberList", Member.SHAPE, r.members),
                  f.word("ChatRoomName", r.name, UserName::new, UserName::value),
                  f.text("BlackList", r.blackList));
            });

    public Reply {
      members = List.copyOf(members);
    }

    /** No room. */
    public static Reply refused(Status status) {
      return new Reply(status, "", Pinyin.NONE, List.of(), UserName.NONE, "");
    }

    /** Whether there is a room: a good status alone does not say so. */
    public boolean isCreated() {
      return status.policy() == Retcode.Policy.SUCCESS && name.isPresent();
    }
  }
}

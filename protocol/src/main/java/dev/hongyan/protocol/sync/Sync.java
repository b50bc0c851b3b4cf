// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.sync;

import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;
import java.util.List;
import java.util.stream.Stream;

/** Fetches everything after a sync key (protocol reference 3.11). */
public final class Sync {

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.post("webwxsync", HostRole.MAIN)
          .asks(
              new Request(BaseRequest.NONE, Secret.NONE, SyncKey.NONE),
              (p, q) -> {
                // Never believed: the body holds both unharmed (6.5).
                p.constantQuery("sid", q.base.sid().value());
                p.constantQuery("skey", q.base.skey().value());
                Secret passTicket = p.passTicket(q.passTicket);
                Request read = p.json(Request.shape(p.now()), q);
                return new Request(read.base, passTicket, read.syncKey);
              })
          .answers(ReplyCodec.json(Reply.SHAPE));

  private Sync() {}

  /** From where on. */
  public record Request(BaseRequest base, Secret passTicket, SyncKey syncKey) {

    private static Shape<Request> shape(long now) {
      return new Shape<>(
          new Request(BaseRequest.NONE, Secret.NONE, SyncKey.NONE),
          (f, q) -> {
            Request read =
                new Request(
                    f.required().object("BaseRequest", BaseRequest.SHAPE, q.base),
                    q.passTicket,
                    f.object("SyncKey", SyncKey.SHAPE, q.syncKey));
            f.constant("rr", ~(int) now);
            return read;
          });
    }
  }

  /**
   * What is new.
   *
   * @param mayContinue whether there is more to fetch at once
   * @param syncKey for the next fetch; absent keeps the old one
   * @param skey renews the session's key; empty keeps it
   * @param checkKey for the next sync check; absent means the sync key
   */
  public record Reply(
      Status status,
      List<MessageItem> messages,
      List<ContactChange> changes,
      List<ContactGone> gone,
      ProfileChange profile,
      boolean mayContinue,
      SyncKey syncKey,
      Secret skey,
      SyncKey checkKey)
      implements Answer {

    private static final Shape<Reply> SHAPE =
        new Shape<>(
            refused(Status.OK),
            (f, r) -> {
              Status status = f.required().object("BaseResponse", Status.SHAPE, r.status);
              f.constant("AddMsgCount", r.messages.size());
              var added = f.list("AddMsgList", MessageItem.SHAPE, r.messages);
              // One client of the file helper looks for messages here as well (11).
              var more = f.optionalList("MsgList", MessageItem.SHAPE, List.of());
              var messages = Stream.concat(added.stream(), more.stream()).toList();
              f.constant("ModContactCount", r.changes.size());
              var changes = f.list("ModContactList", ContactChange.SHAPE, r.changes);
              f.constant("DelContactCount", r.gone.size());
              var gone = f.list("DelContactList", ContactGone.SHAPE, r.gone);
              f.constant("ModChatRoomMemberCount", 0);
              var ignored = f.list("ModChatRoomMemberList", Member.SHAPE, List.of());
              var profile = f.object("Profile", ProfileChange.SHAPE, r.profile);
              boolean goesOn = f.bit("ContinueFlag", r.mayContinue);
              var needed = status.isOk() ? f.required() : f;
              SyncKey key = needed.object("SyncKey", SyncKey.SHAPE, r.syncKey);
              Secret skey = f.word("SKey", r.skey, Secret::new, Secret::value);
              // Absent before late 2016: a key without its check key is written so.
              boolean old = r.syncKey.isPresent() && !r.checkKey.isPresent();
              SyncKey check =
                  old ? r.checkKey : f.object("SyncCheckKey", SyncKey.SHAPE, r.checkKey);
              return new Reply(status, messages, changes, gone, profile, goesOn, key, skey, check);
            });

    public Reply {
      messages = List.copyOf(messages);
      changes = List.copyOf(changes);
      gone = List.copyOf(gone);
    }

    /** Nothing, and why. */
    public static Reply refused(Status status) {
      return new Reply(
          status,
          List.of(),
          List.of(),
          List.of(),
          ProfileChange.NONE,
          false,
          SyncKey.NONE,
          Secret.NONE,
          SyncKey.NONE);
    }

    /** Whether this brings anything at all. */
    public boolean isEmpty() {
      return messages.isEmpty() && changes.isEmpty() && gone.isEmpty() && !profile.isPresent();
    }
  }
}

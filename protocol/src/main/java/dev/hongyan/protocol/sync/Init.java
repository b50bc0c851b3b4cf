// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.sync;

import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.UserNames;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;
import dev.hongyan.protocol.wire.Unreadable;
import java.time.Instant;
import java.util.List;

/** Begins a session: self, sync key, recent chats (protocol reference 3.6). */
public final class Init {

  /** The phone client's version that our server reports, 7.0.1. */
  private static final int CLIENT_VERSION = 0x17000122;

  /** From this many members of a room on, adding becomes inviting. */
  private static final int INVITE_FROM = 40;

  /** Milliseconds between two reports of clicks, which nobody sends. */
  private static final int CLICK_REPORT_INTERVAL = 600_000;

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.post("webwxinit", HostRole.MAIN)
          .asks(
              new Request(BaseRequest.NONE, Secret.NONE),
              (p, q) -> {
                p.constantQuery("r", Integer.toString(~(int) p.now()));
                Secret passTicket = p.passTicket(q.passTicket);
                return new Request(p.json(Request.SHAPE, q).base, passTicket);
              })
          .answers(ReplyCodec.json(Reply.SHAPE));

  private Init() {}

  /** Whose session. */
  public record Request(BaseRequest base, Secret passTicket) {

    private static final Shape<Request> SHAPE =
        new Shape<>(
            new Request(BaseRequest.NONE, Secret.NONE),
            (f, q) ->
                new Request(
                    f.required().object("BaseRequest", BaseRequest.SHAPE, q.base), q.passTicket));
  }

  /**
   * The session's beginning.
   *
   * @param recent most recent chats; incomplete objects, rooms without members' names
   * @param chats names of chats, the file helper among them
   * @param skey replaces the login page's key; empty keeps it
   * @param news latest articles of official accounts
   */
  public record Reply(
      Status status,
      List<Contact> recent,
      SyncKey syncKey,
      Self self,
      List<UserName> chats,
      Secret skey,
      Instant serverTime,
      List<Subscription> news)
      implements Answer {

    private static final Shape<Reply> SHAPE =
        new Shape<>(
            refused(Status.OK),
            (f, r) -> {
              Status status = f.required().object("BaseResponse", Status.SHAPE, r.status);
              var needed = status.isOk() ? f.required() : f;
              f.constant("Count", r.recent.size());
              List<Contact> recent = f.list("ContactList", Contact.SHAPE, r.recent);
              SyncKey key = needed.object("SyncKey", SyncKey.SHAPE, r.syncKey);
              Self self = needed.object("User", Self.SHAPE, r.self);
              if (status.isOk() && !self.userName().isPresent()) {
                throw new Unreadable("User.UserName", "is missing");
              }
              String chats = f.text("ChatSet", chatSet(r.chats));
              Secret skey = f.word("SKey", r.skey, Secret::new, Secret::value);
              f.constant("ClientVersion", CLIENT_VERSION);
              Instant serverTime = f.seconds("SystemTime", r.serverTime);
              f.constant("GrayScale", 1);
              f.constant("InviteStartCount", INVITE_FROM);
              f.constant("MPSubscribeMsgCount", r.news.size());
              var news = f.list("MPSubscribeMsgList", Subscription.SHAPE, r.news);
              f.constant("ClickReportInterval", CLICK_REPORT_INTERVAL);
              return new Reply(
                  status, recent, key, self, UserNames.split(chats), skey, serverTime, news);
            });

    public Reply {
      recent = List.copyOf(recent);
      chats = List.copyOf(chats);
      news = List.copyOf(news);
    }

    /** No session. */
    public static Reply refused(Status status) {
      return new Reply(
          status,
          List.of(),
          SyncKey.NONE,
          Self.NONE,
          List.of(),
          Secret.NONE,
          Instant.EPOCH,
          List.of());
    }

    /** The real list ends with a comma. */
    private static String chatSet(List<UserName> chats) {
      return chats.isEmpty() ? "" : UserNames.join(chats) + ",";
    }
  }
}

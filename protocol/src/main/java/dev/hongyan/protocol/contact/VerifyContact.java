// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.contact;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.StatusReply;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;
import java.util.List;

/** Asks somebody to be a friend, or accepts who asks (protocol reference 3.27). */
public final class VerifyContact {

  /** Asks. */
  public static final int REQUEST = 2;

  /** Accepts. */
  public static final int ACCEPT = 3;

  /** Where the web client says it has found somebody. */
  private static final int WEB_SCENE = 33;

  /** The call. */
  public static final Call<Request, StatusReply> CALL =
      Exchange.post("webwxverifyuser", HostRole.MAIN)
          .asks(
              Request.NONE,
              (p, q) -> {
                p.constantQuery("r", Long.toString(p.now()));
                Secret passTicket = p.passTicket(q.passTicket);
                return p.json(Request.SHAPE, q).withPassTicket(passTicket);
              })
          .answers(ReplyCodec.json(StatusReply.SHAPE));

  private VerifyContact() {}

  /**
   * Who.
   *
   * @param ticket what the friend request brought; none for asking
   */
  public record Target(UserName userName, Secret ticket) {

    private static final Shape<Target> SHAPE =
        new Shape<>(
            new Target(UserName.NONE, Secret.NONE),
            (f, t) ->
                new Target(
                    f.required().word("Value", t.userName, UserName::new, UserName::value),
                    f.word("VerifyUserTicket", t.ticket, Secret::new, Secret::value)));
  }

  /**
   * The wish.
   *
   * @param operation {@link #REQUEST} or {@link #ACCEPT}; the service knows more, no client does
   * @param targets one: the service does not take more at once
   * @param greeting what somebody reads who is asked
   * @param scenes how they were found
   */
  public record Request(
      BaseRequest base,
      Secret passTicket,
      int operation,
      List<Target> targets,
      String greeting,
      List<Integer> scenes) {

    private static final Request NONE =
        new Request(BaseRequest.NONE, Secret.NONE, 0, List.of(), "", List.of());

    private static final Shape<Request> SHAPE =
        new Shape<>(
            NONE,
            (f, q) -> {
              BaseRequest base = f.required().object("BaseRequest", BaseRequest.SHAPE, q.base);
              int operation = f.number("Opcode", q.operation);
              f.constant("VerifyUserListSize", q.targets.size());
              var targets = f.required().list("VerifyUserList", Target.SHAPE, q.targets);
              String greeting = f.text("VerifyContent", q.greeting);
              f.constant("SceneListCount", q.scenes.size());
              var scenes = f.numbers("SceneList", q.scenes);
              f.constant("skey", q.base.skey().value());
              return new Request(base, q.passTicket, operation, targets, greeting, scenes);
            });

    public Request {
      targets = List.copyOf(targets);
      scenes = List.copyOf(scenes);
    }

    /** Asks somebody to be a friend. */
    public static Request asking(
        BaseRequest base, Secret passTicket, UserName who, String greeting) {
      var target = new Target(who, Secret.NONE);
      return new Request(base, passTicket, REQUEST, List.of(target), greeting, List.of(WEB_SCENE));
    }

    /** Accepts who has asked. */
    public static Request accepting(
        BaseRequest base, Secret passTicket, UserName who, Secret ticket) {
      var target = new Target(who, ticket);
      return new Request(base, passTicket, ACCEPT, List.of(target), "", List.of(WEB_SCENE));
    }

    private Request withPassTicket(Secret ticket) {
      return new Request(base, ticket, operation, targets, greeting, scenes);
    }

    /** Whom, and never the greeting. */
    @Override
    public String toString() {
      return "verification " + operation + " of " + targets;
    }
  }
}

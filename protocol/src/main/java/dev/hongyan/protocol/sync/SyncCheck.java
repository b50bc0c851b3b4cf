// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.sync;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;
import java.util.Optional;

/** The long poll that is held until there is news (protocol reference 3.10). */
public final class SyncCheck {

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.get("synccheck", HostRole.PUSH)
          .asks(
              new Request(BaseRequest.NONE, ""),
              (p, q) -> {
                var b = q.base;
                p.constantQuery("r", Long.toString(p.now()));
                Secret skey = p.skey(b.skey());
                String sid = p.query("sid", b.sid().value());
                long uin = p.queryNumber("uin", b.uin());
                String deviceId = p.query("deviceid", b.deviceId(), "deviceId");
                String key = p.query("synckey", q.key, "syncKey");
                p.constantQuery("_", Long.toString(p.now()));
                p.constantQuery(WebApp.MARK, p.app());
                return new Request(new BaseRequest(uin, new Secret(sid), skey, deviceId), key);
              })
          .answers(
              ReplyCodec.script(
                      new Shape<>(
                          new Reply(Retcode.OK, 0),
                          (f, r) -> f.required().object("synccheck", Reply.SHAPE, r)),
                      Reply::script)
                  .with("Access-Control-Allow-Origin", "*"));

  private SyncCheck() {}

  /**
   * The question for news.
   *
   * @param key the check key as {@link SyncKey#parameter()}
   */
  public record Request(BaseRequest base, String key) {

    /** The check key; empty if what came is none. */
    public Optional<SyncKey> syncKey() {
      return SyncKey.ofParameter(key);
    }
  }

  /**
   * Whether there is news.
   *
   * @param selector 0 for none; a client fetches on any other and never branches on its value
   */
  public record Reply(Retcode retcode, int selector) {

    private static final Shape<Reply> SHAPE =
        new Shape<>(
            new Reply(Retcode.OK, 0),
            (f, r) ->
                new Reply(
                    new Retcode(f.required().result("retcode", r.retcode.code())),
                    f.number("selector", r.selector)));

    private String script() {
      return "window.synccheck={retcode:\"%d\",selector:\"%d\"}"
          .formatted(retcode.code(), selector);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.time.Time;
import java.time.Duration;
import java.util.Optional;

/** Something else answers, or nothing does: the server never hears of the request. */
public sealed interface Denial extends Fault {

  /** What the client gets instead. */
  Delivery deny(Call<?, ?> call, Time time) throws InterruptedException;

  /**
   * No answer at all: the connection stays open until the client has lost patience.
   *
   * @param patience after which the connection is closed in any case; above 0, ten minutes at most
   */
  record Drop(Duration patience) implements Denial {

    /** Longer than any client waits (protocol reference 2.4). */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    public Drop {
      Bounds.requirePause("for", patience);
    }

    @Override
    public String kind() {
      return "drop";
    }

    @Override
    public Delivery deny(Call<?, ?> call, Time time) throws InterruptedException {
      time.pause(patience);
      return new Delivery.Silence(Optional.empty());
    }
  }

  /** The connection is reset as soon as the request is there. */
  record Reset() implements Denial {

    @Override
    public String kind() {
      return "reset";
    }

    @Override
    public Delivery deny(Call<?, ?> call, Time time) {
      return new Delivery.Reset(Optional.empty(), Delivery.Reset.Moment.BEFORE);
    }
  }

  /**
   * A page for people: a proxy on the way, a captive portal, a server being replaced (protocol
   * reference 6.4).
   *
   * @param status 200 to 599
   */
  record ErrorPage(int status) implements Denial {

    public ErrorPage {
      if (status < 200 || status > 599) {
        throw new WrongTermException("status", "is " + status + ", allowed: 200 to 599");
      }
    }

    @Override
    public String kind() {
      return "status";
    }

    @Override
    public Delivery deny(Call<?, ?> call, Time time) {
      String page =
          """
          <html>
          <head><title>%1$d</title></head>
          <body><h1>%1$d</h1></body>
          </html>
          """
              .formatted(status);
      return new Delivery.Whole(
          new WebReply(status, Headers.NONE.and("Content-Type", "text/html"), Body.of(page)));
    }
  }

  /**
   * The call is refused with this number, be it Ret, retcode or code.
   *
   * @param ret any number but 0
   */
  record Refusal(int ret) implements Denial {

    public Refusal {
      if (ret == 0) {
        throw new WrongTermException("ret", "is 0, which refuses nothing");
      }
    }

    @Override
    public String kind() {
      return "ret";
    }

    @Override
    public boolean suits(Call<?, ?> call) {
      return call.refusal(new Retcode(ret)).isPresent();
    }

    @Override
    public Delivery deny(Call<?, ?> call, Time time) {
      return new Delivery.Whole(call.refusal(new Retcode(ret)).orElseThrow());
    }
  }

  /**
   * The sync check announces news at once, whether there is any or not.
   *
   * @param selector as announced; 0 for a check that hears of nothing any more
   */
  record StuckSelector(int selector) implements Denial {

    @Override
    public String kind() {
      return "selector";
    }

    @Override
    public boolean suits(Call<?, ?> call) {
      return call.equals(SyncCheck.CALL);
    }

    @Override
    public Delivery deny(Call<?, ?> call, Time time) {
      SyncCheck.Reply stuck = new SyncCheck.Reply(Retcode.OK, selector);
      return new Delivery.Whole(SyncCheck.CALL.answer(stuck));
    }
  }
}

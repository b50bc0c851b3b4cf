// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.login.AppMark;
import dev.hongyan.protocol.login.LoginCookies;
import dev.hongyan.server.endpoint.SessionEndpoint.Needed;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.Sessions;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Time;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Settles who asks, in the order of protocol reference 3.0: a known session, by cookies or by what
 * the call says; its key; how often. Everything wrong goes into the violations.
 */
final class SessionCheck {

  /** Ended sessions whose clients have been told; more than could be told in a day of tests. */
  private static final int TOLD = 10_000;

  /** As the web page draws it (protocol reference 3.0). */
  private static final Pattern DEVICE_ID = Pattern.compile("e[0-9]{15}");

  /** As the file helper's page draws it (protocol reference 11). */
  private static final Pattern HELPER_DEVICE_ID = Pattern.compile("[0-9]{15}");

  private final World world;
  private final Violations violations;
  private final Time time;

  private final Set<Long> told =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
                  return size() > TOLD;
                }
              }));

  SessionCheck(World world, Violations violations, Time time) {
    this.world = world;
    this.violations = violations;
    this.time = time;
  }

  /** Who asks, or why he may not. */
  sealed interface Outcome {}

  /** He may. */
  record Known(Guest guest) implements Outcome {}

  /** He may not. */
  record Unknown(Retcode ret) implements Outcome {}

  Outcome resolve(SessionEndpoint.Claim claim, Visit visit) {
    Map<String, String> cookies = visit.cookies();
    String said = repaired(claim.base().sid().value(), visit);
    String baked = cookies.getOrDefault(LoginCookies.SID, "");
    if (said.isEmpty() && baked.isEmpty()) {
      violations.add(Breach.UNKNOWN_SESSION, visit, "neither cookies nor credentials");
      return new Unknown(Retcode.COOKIES_INVALID);
    }
    Optional<Sessions.Owned> found = world.sessions().owned(said.isEmpty() ? baked : said);
    if (found.isEmpty()) {
      violations.add(Breach.UNKNOWN_SESSION, visit, "no session of this id");
      return new Unknown(Retcode.NO_SESSION);
    }
    Session session = found.get().session();
    Guest guest = new Guest(session, found.get().account(), visit);
    if (!said.isEmpty() && !baked.isEmpty() && !said.equals(baked)) {
      violations.add(Breach.MIXED_SESSIONS, guest, "cookies of another session");
      return new Unknown(Retcode.SESSION_ENDED);
    }
    return session.isLive() ? enter(claim, guest, cookies, said) : over(guest);
  }

  /**
   * An answer as the account's switches want it: late, dirty, or as it is.
   *
   * @throws InterruptedException if the client has gone or the server closes before it is time
   */
  WebReply dressed(WebReply reply, Guest guest) throws InterruptedException {
    Duration late = guest.switched(Switch.SLOW_ANSWERS);
    if (late.isPositive()) {
      time.pause(late);
    }
    return Soil.on(reply, guest.switched(Switch.DIRTY_DATA));
  }

  /** Whether it is not too often by now. */
  boolean allows(Guest guest) {
    return world.throttle().allows(guest.account(), guest.visit().call());
  }

  /** A plus sign that was not encoded arrives as a blank; no sid has one (8.5). */
  private String repaired(String sid, Visit visit) {
    if (sid.indexOf(' ') < 0) {
      return sid;
    }
    violations.add(Breach.SID_NOT_ENCODED, visit, "sid");
    return sid.replace(' ', '+');
  }

  private Unknown over(Guest guest) {
    if (!told.add(guest.session().number())) {
      violations.add(Breach.ENDED_SESSION, guest, "told before");
    }
    return new Unknown(new Retcode(guest.session().end().orElseThrow().retcode()));
  }

  /** An ended session's client was told by a call that was held. */
  void told(Session session) {
    var ignored = told.add(session.number());
  }

  private Outcome enter(
      SessionEndpoint.Claim claim, Guest guest, Map<String, String> cookies, String said) {
    long uin = claim.base().uin();
    if (uin != 0 && uin != guest.account().uin()) {
      violations.add(Breach.WRONG_UIN, guest, "uin");
      return new Unknown(Retcode.SESSION_ENDED);
    }
    Optional<Unknown> wrongKey = checkKey(claim, guest, cookies);
    if (wrongKey.isPresent()) {
      return wrongKey.get();
    }
    if (said.isEmpty() && claim.needs(Needed.SID)) {
      violations.add(Breach.CREDENTIALS_INCOMPLETE, guest, "cookies only");
    }
    if (!cookies.containsKey(LoginCookies.SID) && !isOutOfReach(guest)) {
      violations.add(Breach.CREDENTIALS_INCOMPLETE, guest, "no cookies");
    }
    if (claim.needs(Needed.PASS_TICKET)) {
      new PassTickets(violations).compare(claim.passTicket(), guest);
    }
    Pattern deviceId = guest.isFileHelper() ? HELPER_DEVICE_ID : DEVICE_ID;
    if (claim.needs(Needed.DEVICE_ID) && !deviceId.matcher(claim.base().deviceId()).matches()) {
      violations.add(Breach.ODD_DEVICE_ID, guest, "DeviceID");
    }
    if (guest.isFileHelper() && !AppMark.isIn(guest.visit().request(), WebApp.FILE_HELPER)) {
      violations.add(Breach.APPLICATION_MISSING, guest, WebApp.MARK);
    }
    world.sessions().heardOf(guest.session(), guest.visit().client());
    return new Known(guest);
  }

  /** The file helper's cookies are its entry host's; its file host belongs to another family. */
  private static boolean isOutOfReach(Guest guest) {
    return guest.isFileHelper()
        && guest.visit().request().host().startsWith(HostRole.FILE.prefix());
  }

  private Optional<Unknown> checkKey(
      SessionEndpoint.Claim claim, Guest guest, Map<String, String> cookies) {
    String skey = claim.base().skey().value();
    if (!skey.isEmpty()) {
      if (guest.session().knowsSkey(skey)) {
        return Optional.empty();
      }
      violations.add(Breach.WRONG_SKEY, guest, "skey");
      return Optional.of(new Unknown(Retcode.SESSION_ENDED));
    }
    if (claim.needs(Needed.SKEY)) {
      violations.add(Breach.SKEY_MISSING, guest, "skey");
      return Optional.of(new Unknown(Retcode.SESSION_ENDED));
    }
    // Without a key only the cookies prove anything (protocol reference 2.8).
    return cookies.containsKey(LoginCookies.SID)
        ? Optional.empty()
        : Optional.of(new Unknown(Retcode.COOKIES_INVALID));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.SetCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The cookies of a session: the seven of a login, the five of a renewal, the clearing of a logout
 * (protocol reference 3.4, 3.11, Appendix D).
 *
 * @param dataTicket value of the ticket that uploads and downloads show
 * @param uvid value that push login shows
 * @param authTicket value that push login shows
 * @param language such as {@code zh_CN}
 */
public record LoginCookies(
    Credentials credentials,
    Secret dataTicket,
    Secret uvid,
    Secret authTicket,
    String language,
    Scope scope) {

  /** Name of the account's number. */
  public static final String UIN = "wxuin";

  /** Name of the session's id. */
  public static final String SID = "wxsid";

  /** Name of the ticket that uploads and downloads show. */
  public static final String DATA_TICKET = "webwx_data_ticket";

  /** Name of the first cookie that push login shows. */
  public static final String UVID = "webwxuvid";

  /** Name of the second cookie that push login shows. */
  public static final String AUTH_TICKET = "webwx_auth_ticket";

  private static final String LOAD_TIME = "wxloadtime";
  private static final String LANGUAGE = "mm_lang";
  private static final String PLUGIN_KEY = "wxpluginkey";

  private static final Duration SESSION = Duration.ofHours(12);
  private static final Duration RENEWED_UIN = Duration.ofDays(3);
  private static final Duration DEVICE = Duration.ofDays(3650);

  /**
   * Where cookies are valid.
   *
   * @param family the family's own name, empty for a client that was given one base URL: its
   *     cookies are for that host alone
   * @param parent domain of the data ticket, such as {@code .qq.com}
   * @param secure whether they want an encrypted connection
   */
  public record Scope(String family, String parent, boolean secure) {

    /** For a client that was given one base URL (protocol reference, Appendix D). */
    public static final Scope BASE_URL = new Scope("", "", false);

    /** On the service's host names; the data ticket is good in all of its domain. */
    public static Scope ofFamily(String family) {
      int second = family.lastIndexOf('.', family.lastIndexOf('.') - 1);
      return new Scope(family, "." + family.substring(second + 1), true);
    }
  }

  /** The seven of a login, all in one answer. */
  public Headers ofLogin(Instant now) {
    return lines(
        List.of(
            mine(UIN, Long.toString(credentials.uin()), now.plus(SESSION)),
            mine(SID, credentials.sid().value(), now.plus(SESSION)),
            mine(LOAD_TIME, Long.toString(now.getEpochSecond()), now.plus(SESSION)),
            mine(LANGUAGE, language, now.plus(SESSION)),
            shared(DATA_TICKET, dataTicket.value(), now.plus(SESSION)),
            mine(UVID, uvid.value(), now.plus(DEVICE)),
            mine(AUTH_TICKET, authTicket.value(), now.plus(DEVICE))));
  }

  /**
   * The five of a sync, all in one answer: one client replaces all it has by these.
   *
   * @param pluginKey value of sync key 1000
   */
  public Headers ofSync(Instant loaded, long pluginKey, Instant now) {
    return lines(
        List.of(
            mine(LOAD_TIME, loaded.getEpochSecond() + "_expired", now.plus(SESSION)),
            mine(PLUGIN_KEY, Long.toString(pluginKey), now.plus(SESSION)),
            mine(UIN, Long.toString(credentials.uin()), now.plus(RENEWED_UIN)),
            mine(SID, credentials.sid().value(), now.plus(SESSION)),
            shared(DATA_TICKET, dataTicket.value(), now.plus(SESSION))));
  }

  /** Clears all but the two that push login needs. */
  public static Headers ofLogout(Scope scope) {
    LoginCookies none =
        new LoginCookies(Credentials.NONE, Secret.NONE, Secret.NONE, Secret.NONE, "", scope);
    return lines(
        List.of(
            none.mine(UIN, "", Instant.EPOCH),
            none.mine(SID, "", Instant.EPOCH),
            none.mine(LOAD_TIME, "", Instant.EPOCH),
            none.mine(LANGUAGE, "", Instant.EPOCH),
            none.mine(PLUGIN_KEY, "", Instant.EPOCH),
            none.shared(DATA_TICKET, "", Instant.EPOCH)));
  }

  private SetCookie mine(String name, String value, Instant until) {
    return cookie(name, value, scope.family, until);
  }

  private SetCookie shared(String name, String value, Instant until) {
    return cookie(name, value, scope.parent, until);
  }

  private SetCookie cookie(String name, String value, String domain, Instant until) {
    SetCookie cookie = SetCookie.of(name, value).until(until);
    SetCookie placed = domain.isEmpty() ? cookie : cookie.forDomain(domain);
    return scope.secure ? placed.onlySecure() : placed;
  }

  private static Headers lines(List<SetCookie> cookies) {
    Headers lines = Headers.NONE;
    for (SetCookie cookie : cookies) {
      lines = lines.and("Set-Cookie", cookie.line());
    }
    return lines;
  }
}

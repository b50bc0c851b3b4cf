// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.FileHelperHosts;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.login.LoginCookies;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.ClientKind;
import dev.hongyan.server.world.CodeWish;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.Switch;
import java.util.List;
import java.util.Optional;

/**
 * Tells the service's own host names, under which unmodified clients come, from the base URL that
 * somebody configured (protocol reference 1.1 and Appendix D).
 *
 * @param publicUrl where the server is reached from outside, if that is not what the requests say
 */
record ServiceHosts(Optional<Origin> publicUrl) {

  /** What the pictures of the service's own codes begin with (protocol reference 3.2). */
  static final String CODE_PREFIX = "https://login.weixin.qq.com/l/";

  private static final List<String> DOMAINS = List.of("qq.com", "wechat.com");

  /** Whether this host name is the service's, whatever the family. */
  static boolean isService(String host) {
    return DOMAINS.stream().anyMatch(domain -> isWithin(host, domain));
  }

  /**
   * Under which name the client of a session has to come: its account's family, or the host at
   * which it found the file helper.
   */
  static String home(Session session, Account account, Visit visit) {
    return session.kind() == ClientKind.FILE_HELPER
        ? fileHelper(account, visit.request().host())
        : account.switches().of(Switch.FAMILY);
  }

  /** Where a confirmed login of this wish goes on, by name. */
  static String home(CodeWish wish, Account account, Visit visit) {
    if (wish.kind() != ClientKind.FILE_HELPER) {
      return account.switches().of(Switch.FAMILY);
    }
    // Whoever asks for a code says where its ticket goes: nowhere but to the service's own.
    return fileHelper(
        account,
        FileHelperHosts.isEntry(wish.page())
            ? wish.page()
            : FileHelperHosts.entryOf(visit.request().host()));
  }

  private static String fileHelper(Account account, String usual) {
    String ordered = account.switches().of(Switch.FILE_HELPER_HOST);
    if (!ordered.equals(Switch.AS_ASKED)) {
      return ordered;
    }
    return FileHelperHosts.isEntry(usual) ? usual : FileHelperHosts.DEFAULT;
  }

  private static boolean isWithin(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }

  /** Whether a client at this host follows this family's names. */
  private static boolean follows(String host, String family) {
    return isService(host) || isWithin(host, family);
  }

  /** Where a confirmed login goes on. */
  Origin afterLogin(Visit visit, String family) {
    return follows(visit.request().host(), family) ? new Origin("https", family) : base(visit);
  }

  /** Which cookies suit the host that was asked. */
  LoginCookies.Scope cookies(Visit visit, String family) {
    return follows(visit.request().host(), family)
        ? LoginCookies.Scope.ofFamily(family)
        : LoginCookies.Scope.BASE_URL;
  }

  /** What the picture of a login code says. */
  String qrText(Visit visit, String uuid) {
    return isService(visit.request().host()) ? CODE_PREFIX + uuid : base(visit) + "/l/" + uuid;
  }

  private Origin base(Visit visit) {
    return publicUrl.orElseGet(visit::origin);
  }

  /** Whether a call belongs to the host at which it was made; a base URL serves all. */
  boolean suits(HostRole role, String host) {
    return switch (role) {
      case LOGIN -> !isService(host) || host.startsWith("login.");
      case PUSH -> !isService(host) || host.startsWith("webpush") || FileHelperHosts.isEntry(host);
      case FILE -> !isService(host) || host.startsWith("file");
      case MAIN ->
          !isService(host)
              || !(host.startsWith("login.")
                  || host.startsWith("webpush")
                  || host.startsWith("file"));
    };
  }
}

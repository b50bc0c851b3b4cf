// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.login.LoginCookies;
import java.util.List;
import java.util.Optional;

/**
 * Tells the service's own host names, under which unmodified clients come, from the base URL that
 * somebody configured (protocol reference 1.1 and Appendix D).
 *
 * @param publicUrl where the server is reached from outside, if that is not what the requests say
 */
record ServiceHosts(Optional<Origin> publicUrl) {

  private static final List<String> DOMAINS = List.of("qq.com", "wechat.com");

  /** Whether this host name is the service's, whatever the family. */
  static boolean isService(String host) {
    return DOMAINS.stream().anyMatch(domain -> isWithin(host, domain));
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
    return isService(visit.request().host())
        ? "https://login.weixin.qq.com/l/" + uuid
        : base(visit) + "/l/" + uuid;
  }

  private Origin base(Visit visit) {
    return publicUrl.orElseGet(visit::origin);
  }

  /** Whether a call belongs to the host at which it was made; a base URL serves all. */
  boolean suits(HostRole role, String host) {
    return switch (role) {
      case LOGIN -> !isService(host) || host.startsWith("login.");
      case PUSH -> !isService(host) || host.startsWith("webpush");
      case FILE -> !isService(host) || host.startsWith("file");
      case MAIN ->
          !isService(host)
              || !(host.startsWith("login.")
                  || host.startsWith("webpush")
                  || host.startsWith("file"));
    };
  }
}

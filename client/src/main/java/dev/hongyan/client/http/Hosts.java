// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.protocol.FileHelperHosts;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.login.RedirectUri;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Where each call goes (protocol reference 1). */
public sealed interface Hosts {

  /** The web client's own family, good for any account until its login tells another. */
  Hosts DEFAULT = new Family(new Origin("https", "wx.qq.com"));

  /** Those of the file helper that other clients use. */
  Hosts FILE_HELPER = fileHelper(FileHelperHosts.DEFAULT);

  /** The file helper at this entry host, with the login and file hosts that go with it. */
  static Hosts fileHelper(String entry) {
    String host = entry.toLowerCase(Locale.ROOT);
    return new Entry(new Origin("https", host), FileHelperHosts.familyOf(host));
  }

  /** The file helper at this entry host, with the login and file hosts of this family. */
  static Hosts fileHelper(String entry, String family) {
    return new Entry(
        new Origin("https", entry.toLowerCase(Locale.ROOT)), family.toLowerCase(Locale.ROOT));
  }

  /** The four hosts of a family, such as {@code wx2.qq.com}; any name will do. */
  static Hosts family(String name) {
    return new Family(new Origin("https", name.toLowerCase(Locale.ROOT)));
  }

  /**
   * One server for everything.
   *
   * @param base scheme, host and port, nothing else: {@code http://127.0.0.1:7600}
   */
  static Hosts server(URI base) {
    String path = base.getRawPath() == null ? "" : base.getRawPath();
    boolean bare =
        (path.isEmpty() || path.equals("/"))
            && base.getRawQuery() == null
            && base.getRawUserInfo() == null;
    if (base.getScheme() == null
        || !Set.of("http", "https").contains(base.getScheme())
        || base.getHost() == null
        || !bare) {
      throw new IllegalArgumentException(
          "server is " + base + ", allowed: http://HOST[:PORT] or https://HOST[:PORT]");
    }
    return new Server(new Origin(base.getScheme(), base.getRawAuthority()));
  }

  /** Where calls of this role go. */
  Origin origin(HostRole role);

  /** The hosts from now on, once a login has told where it goes on. */
  Hosts redirected(RedirectUri uri);

  /** The text of the QR picture that a phone scans. */
  String codeText(LoginUuid uuid);

  /**
   * Hosts named after a family.
   *
   * @param main the family's own host
   */
  record Family(Origin main) implements Hosts {
    @Override
    public Origin origin(HostRole role) {
      return new Origin(main.scheme(), role.prefix() + main.authority());
    }

    @Override
    public Hosts redirected(RedirectUri uri) {
      return new Family(uri.origin());
    }

    @Override
    public String codeText(LoginUuid uuid) {
      return uuid.qrText();
    }
  }

  /**
   * Hosts of the file helper (protocol reference 11): it has no push host.
   *
   * @param entry takes all calls but those of the other two hosts
   * @param family whose login and file hosts these are
   */
  record Entry(Origin entry, String family) implements Hosts {
    @Override
    public Origin origin(HostRole role) {
      return switch (role) {
        case MAIN, PUSH -> entry;
        case LOGIN, FILE -> new Origin(entry.scheme(), role.prefix() + family);
      };
    }

    @Override
    public Hosts redirected(RedirectUri uri) {
      boolean usual = family.equals(FileHelperHosts.familyOf(entry.authority()));
      String next = usual ? FileHelperHosts.familyOf(uri.origin().authority()) : family;
      return new Entry(uri.origin(), next);
    }

    @Override
    public String codeText(LoginUuid uuid) {
      return uuid.qrText();
    }
  }

  /**
   * One host for everything; of a redirect only path and query count.
   *
   * @param base the one host
   */
  record Server(Origin base) implements Hosts {
    @Override
    public Origin origin(HostRole role) {
      return base;
    }

    @Override
    public Hosts redirected(RedirectUri uri) {
      return this;
    }

    @Override
    public String codeText(LoginUuid uuid) {
      return base + "/l/" + uuid;
    }
  }
}

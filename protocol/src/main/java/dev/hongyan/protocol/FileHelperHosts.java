// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/**
 * The host names of the file helper: an entry host for most calls, and the login and file hosts of
 * one of the families beside it (protocol reference 11).
 */
public final class FileHelperHosts {

  /** The entry host that all known clients use. */
  public static final String DEFAULT = "szfilehelper.weixin.qq.com";

  private static final String NAME = "filehelper.weixin.qq.com";
  private static final String SECOND = "wx2.qq.com";
  private static final String THIRD = "wx8.qq.com";

  private FileHelperHosts() {}

  /** Whether this host, in lower case, is one at which the file helper is found. */
  public static boolean isEntry(String host) {
    return host.endsWith(NAME)
        && host.substring(0, host.length() - NAME.length()).matches("[a-z]*");
  }

  /** The family whose login and file hosts go with an entry host, whatever it is called. */
  public static String familyOf(String entry) {
    if (entry.startsWith("sz")) {
      return SECOND;
    }
    return entry.startsWith("cm") ? THIRD : "wx.qq.com";
  }

  /** The entry host to which a login host leads if nobody says anything else. */
  public static String entryOf(String loginHost) {
    if (loginHost.endsWith(SECOND)) {
      return DEFAULT;
    }
    return loginHost.endsWith(THIRD) ? "cm" + NAME : NAME;
  }
}

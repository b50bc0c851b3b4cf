// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Compares secrets so that the time it takes tells nothing. */
final class Secret {

  private Secret() {}

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}

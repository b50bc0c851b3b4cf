// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.wire.PercentCode;

/**
 * File names as the service encodes them once more: every byte that is neither letter nor digit
 * (protocol reference 3.18).
 */
public final class EncodedName {

  private EncodedName() {}

  /** {@code IMG_1002.JPG} gives {@code IMG%5F1002%2EJPG}. */
  public static String encode(String name) {
    return PercentCode.encodeStrictly(name);
  }

  /** The name, which may hold anything, paths included. */
  public static String decode(String encoded) {
    return PercentCode.decode(encoded);
  }
}

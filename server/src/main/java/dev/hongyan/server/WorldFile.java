// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server;

import dev.hongyan.server.phone.ToldWorld;
import dev.hongyan.server.world.Population;

/**
 * A world in a file: JSON as {@code GET /phone/world} gives it, where accounts may have the other
 * fields of {@code POST /phone/accounts} as well.
 */
public final class WorldFile {

  private WorldFile() {}

  /**
   * Reads who is in it, for {@link ServerOptions#with(Population)}.
   *
   * @throws IllegalArgumentException if it is no such file, with a text that says where and why
   */
  public static Population read(byte[] bytes) {
    return ToldWorld.read(bytes);
  }
}

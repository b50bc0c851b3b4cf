// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.peers;

import dev.hongyan.system.island.DrivenClient;
import dev.hongyan.system.island.Island;
import dev.hongyan.system.island.JavaCommand;
import dev.hongyan.system.island.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client that is measured. Each run of it is a process of its own. */
enum Contestant {
  /** Ours as the others are: TLS, the service's own host names, nothing kept. */
  HONGYAN("hongyan") {
    @Override
    DrivenClient start(Arena arena, String name) throws IOException {
      return ours(arena, name, List.of(), FAMILY);
    }
  },

  /** The same with a start-up cache of the JVM, as {@code ./hongyan} has one. */
  HONGYAN_CACHED("hongyan, start-up cache") {
    @Override
    DrivenClient start(Arena arena, String name) throws IOException {
      return ours(arena, name, List.of("-XX:AOTCache=" + cache(arena)), FAMILY);
    }
  },

  /** Ours with all that has arrived kept on disk before it is handled. */
  HONGYAN_KEPT("hongyan, in a folder") {
    @Override
    DrivenClient start(Arena arena, String name) throws IOException {
      return ours(arena, name, List.of(), FAMILY, arena.folder().resolve(name).toString());
    }
  },

  /** Ours without TLS, by a base URL. */
  HONGYAN_PLAIN("hongyan, plain HTTP") {
    @Override
    Optional<String> missing(Arena arena) {
      return Optional.empty();
    }

    @Override
    DrivenClient start(Arena arena, String name) throws IOException {
      return ours(arena, name, List.of(), arena.server().baseUrl());
    }
  },

  WECHAT4U("wechat4u 0.7.14") {
    @Override
    Optional<String> missing(Arena arena) {
      return super.missing(arena).or(Peer.WECHAT4U::missing);
    }

    @Override
    boolean isJava() {
      return false;
    }

    @Override
    DrivenClient start(Arena arena, String name) throws IOException {
      return Peer.WECHAT4U.start(arena.island().orElseThrow(), name);
    }
  },

  WECHAT_API("wechat-api 1.0.6") {
    @Override
    Optional<String> missing(Arena arena) {
      return super.missing(arena).or(Peer.WECHAT_API::missing);
    }

    @Override
    DrivenClient start(Arena arena, String name) throws IOException {
      return Peer.WECHAT_API.start(arena.island().orElseThrow(), name);
    }
  };

  /** The one at which the foreign clients begin. */
  static final String FAMILY = "wx.qq.com";

  private final String title;

  Contestant(String title) {
    this.title = title;
  }

  /** Why it cannot take part, if so. */
  Optional<String> missing(Arena arena) {
    return arena.withoutIsland();
  }

  boolean isJava() {
    return true;
  }

  /**
   * Starts it; it asks for a login at once.
   *
   * @param name of the process, given to no other
   */
  abstract DrivenClient start(Arena arena, String name) throws IOException;

  /** A client whose start-up cache is written when it ends by itself. */
  static DrivenClient training(Arena arena) throws IOException {
    String where = arena.island().isPresent() ? FAMILY : arena.server().baseUrl();
    return ours(arena, "training", List.of("-XX:AOTCacheOutput=" + cache(arena)), where);
  }

  private static Path cache(Arena arena) {
    return arena.folder().resolve("hongyan.aot");
  }

  private static DrivenClient ours(
      Arena arena, String name, List<String> options, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(options);
    arena.island().map(Island::certificate).map(JavaCommand::trusting).ifPresent(all::addAll);
    String main = HongyanDriver.class.getName();
    return new DrivenClient(arena.join(name, JavaCommand.ofOurs(all, main, arguments)));
  }

  @Override
  public String toString() {
    return title;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often an account may make which calls; a call that is not named is free. */
public record Rates(Map<String, Rate> byCall) {

  /** No limits. */
  public static final Rates NONE = new Rates(Map.of());

  private static final Rate MEDIA = new Rate(40, Duration.ofMinutes(10));

  /**
   * As people have reported them (protocol reference 9): a text a second and bursts of sixty,
   * thirty to forty pictures in a short time, two or three rooms an hour, changes of rooms half a
   * minute apart, few friend requests.
   */
  public static final Rates USUAL =
      new Rates(
          Map.of(
              "webwxsendmsg",
              Rate.aMinute(60),
              "webwxsendmsgimg",
              MEDIA,
              "webwxsendvideomsg",
              MEDIA,
              "webwxsendemoticon",
              MEDIA,
              "webwxsendappmsg",
              MEDIA,
              "webwxcreatechatroom",
              new Rate(3, Duration.ofHours(1)),
              "webwxupdatechatroom",
              new Rate(10, Duration.ofMinutes(5)),
              "webwxverifyuser",
              new Rate(10, Duration.ofHours(1))));

  public Rates {
    byCall = Map.copyOf(byCall);
  }

  /** The limit of a call, if it has one. */
  public Optional<Rate> of(String call) {
    return Optional.ofNullable(byCall.get(call));
  }

  @Override
  public String toString() {
    return byCall.isEmpty()
        ? "off"
        : new TreeMap<>(byCall)
            .entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(","));
  }
}

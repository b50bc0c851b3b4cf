// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.server.world.Content;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the server's world has for each kind of message: the phone API speaks of nothing else. */
final class WorldContents {

  /** Contents that the protocol has another word for. */
  private static final Map<String, String> OTHER_WORDS =
      Map.of(
          "File", "FileShare",
          "Request", "FriendRequest",
          "Sticker", "Emoticon",
          "Unsupported", "NotSupported");

  /** Kinds that nobody says: what a phone tells of itself, and what nobody knows. */
  private static final Set<String> UNSAID = Set.of("Status", "Unknown");

  private static final List<Class<?>> ALL = leaves(Content.class).toList();

  private WorldContents() {}

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(WorldContents::leaves)
        : Stream.of(type);
  }

  private static String kind(Class<?> content) {
    return OTHER_WORDS.getOrDefault(content.getSimpleName(), content.getSimpleName());
  }

  /** The contents that web clients get as this kind. */
  static List<JavaType> of(String kind) {
    return ALL.stream().filter(content -> kind(content).equals(kind)).map(JavaType::of).toList();
  }

  /** Fails where a content makes none of these kinds, or one of them has none. */
  static void areFor(Collection<String> kinds) {
    Set<String> said = new TreeSet<>(kinds);
    said.removeAll(UNSAID);

    assertThat(ALL.stream().map(WorldContents::kind).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(said);
  }
}

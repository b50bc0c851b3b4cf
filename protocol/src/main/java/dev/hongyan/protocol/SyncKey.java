// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import dev.hongyan.protocol.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The server's cursor, replaced as a whole: pairs that go back exactly as they came, order included
 * (protocol reference 3.11).
 */
public record SyncKey(List<Pair> pairs) {

  /** One number of the cursor. Values stay below 2^31 on the real service. */
  public record Pair(int key, long val) {

    /** On the wire. */
    static final Shape<Pair> SHAPE =
        new Shape<>(
            new Pair(0, 0), (f, p) -> new Pair(f.number("Key", p.key), f.longNumber("Val", p.val)));
  }

  /** As many digits as always fit an int and a long. */
  private static final Pattern PAIR =
      Pattern.compile("(?<key>[0-9]{1,9})_(?<val>[0-9]{1,18})(?=\\||$)");

  /** The longest cursor ever seen has eleven pairs. */
  private static final int MAX_PAIRS = 64;

  /** No cursor: a client keeps the one it has. */
  public static final SyncKey NONE = new SyncKey(List.of());

  /** As JSON. The count is written and not believed: clients send wrong ones. */
  public static final Shape<SyncKey> SHAPE =
      new Shape<>(
          NONE,
          (f, k) -> {
            f.constant("Count", k.pairs.size());
            return new SyncKey(f.list("List", Pair.SHAPE, k.pairs));
          });

  public SyncKey {
    pairs = List.copyOf(pairs);
  }

  /** Whether there is a cursor at all. */
  public boolean isPresent() {
    return !pairs.isEmpty();
  }

  /** The value under a key. */
  public Optional<Long> val(int key) {
    return pairs.stream().filter(p -> p.key == key).map(Pair::val).findFirst();
  }

  /** As the sync check's parameter: {@code 1_700000101|2_700000120}. */
  public String parameter() {
    return pairs.stream().map(p -> p.key + "_" + p.val).collect(Collectors.joining("|"));
  }

  /** Reads {@link #parameter()}; empty if it is not of that form. */
  public static Optional<SyncKey> ofParameter(String parameter) {
    List<Pair> pairs = new ArrayList<>();
    Matcher pair = PAIR.matcher(parameter);
    int end = -1;
    while (end < parameter.length() && pairs.size() < MAX_PAIRS) {
      if (!pair.find(end + 1) || pair.start() != end + 1) {
        return Optional.empty();
      }
      pairs.add(new Pair(Integer.parseInt(pair.group("key")), Long.parseLong(pair.group("val"))));
      end = pair.end();
    }
    return end < parameter.length() ? Optional.empty() : Optional.of(new SyncKey(pairs));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The header lines of an HTTP message, in order; names compare without regard to case and may occur
 * more than once (Set-Cookie, and the two Content-Type lines of protocol reference 3.1).
 */
public record Headers(List<Header> lines) {

  /** One line. */
  public record Header(String name, String value) {

    /** The name only: values hold cookies. */
    @Override
    public String toString() {
      return name;
    }
  }

  /** No lines at all. */
  public static final Headers NONE = new Headers(List.of());

  public Headers {
    lines = List.copyOf(lines);
  }

  /** These lines followed by one more. */
  public Headers and(String name, String value) {
    List<Header> all = new ArrayList<>(lines);
    all.add(new Header(name, value));
    return new Headers(all);
  }

  /** These lines followed by all of {@code more}. */
  public Headers and(Headers more) {
    List<Header> all = new ArrayList<>(lines);
    all.addAll(more.lines);
    return new Headers(all);
  }

  /** The first value under this name. */
  public Optional<String> first(String name) {
    return lines.stream().filter(l -> l.name.equalsIgnoreCase(name)).map(Header::value).findFirst();
  }

  /** Every value under this name, in order. */
  public List<String> all(String name) {
    return lines.stream().filter(l -> l.name.equalsIgnoreCase(name)).map(Header::value).toList();
  }

  /** The names only: values hold cookies. */
  @Override
  public String toString() {
    return lines.stream().map(Header::name).collect(Collectors.joining(", "));
  }
}

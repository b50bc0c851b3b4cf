// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of user names as the wire writes them: with commas between them. */
public final class UserNames {

  /** The longest list ever reported has some hundred names; rooms have 500 members at most. */
  private static final int MAX_NAMES = 10_000;

  private UserNames() {}

  /** With commas between them. */
  public static String join(List<UserName> names) {
    return names.stream().map(UserName::value).collect(Collectors.joining(","));
  }

  /** Reads a list, with or without a comma at the end; drops what is empty. */
  public static List<UserName> split(String joined) {
    List<UserName> names = new ArrayList<>();
    int start = 0;
    while (start < joined.length() && names.size() < MAX_NAMES) {
      int comma = joined.indexOf(',', start);
      int end = comma < 0 ? joined.length() : comma;
      if (end > start) {
        names.add(new UserName(joined.substring(start, end)));
      }
      start = end + 1;
    }
    return List.copyOf(names);
  }
}

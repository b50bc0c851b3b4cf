// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of JSON that somebody sent. */
sealed interface Json {

  /** What people call this kind of thing. */
  String kind();

  /** A text. */
  record Text(String value) implements Json {

    @Override
    public String kind() {
      return "a string";
    }
  }

  /** A number, as it was written. */
  record Numeral(String digits) implements Json {

    @Override
    public String kind() {
      return "a number";
    }
  }

  /** True or false. */
  record Flag(boolean value) implements Json {

    @Override
    public String kind() {
      return "a boolean";
    }
  }

  /** Nothing. */
  record Null() implements Json {

    @Override
    public String kind() {
      return "null";
    }
  }

  /** Several things. */
  record Array(List<Json> items) implements Json {

    public Array {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "an array";
    }
  }

  /** Things by name, in the order in which they came. */
  record Members(Map<String, Json> byName) implements Json {

    public Members {
      byName = new LinkedHashMap<>(byName);
    }

    @Override
    public String kind() {
      return "an object";
    }
  }
}

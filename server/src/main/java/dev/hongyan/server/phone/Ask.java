// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.Body;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call, taken apart.
 *
 * @param name what follows the path of the call, for calls that end with a name
 * @param query parameters by name, decoded
 * @param fields of the body; none for calls without one
 * @param body as it came
 */
record Ask(String name, Map<String, String> query, Fields fields, Body body) {

  /** A parameter that must be there. */
  String parameter(String wanted) {
    return maybeParameter(wanted)
        .orElseThrow(() -> Problem.field(wanted, "is missing from the query"));
  }

  /** A parameter that may be missing. */
  Optional<String> maybeParameter(String wanted) {
    @Nullable String value = query.get(wanted);
    return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /** A whole number between these, or the given one if it is missing. */
  long number(String wanted, long least, long most, long otherwise) {
    Optional<String> text = maybeParameter(wanted);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw Problem.field(wanted, "is not a number");
    }
    throw Problem.field(wanted, "must be from " + least + " to " + most);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a query or a form; of several with one name the first counts. */
public final class Parameters {

  /** The busiest call has eleven; more than this is no client of ours or anybody's. */
  private static final int MAX_PARAMETERS = 256;

  private final Map<String, String> values = new LinkedHashMap<>();

  private Parameters() {}

  /**
   * Reads {@code a=1&b=2}.
   *
   * @throws Unreadable if there are too many
   */
  public static Parameters read(String encoded) {
    Parameters parameters = new Parameters();
    int start = 0;
    while (start < encoded.length()) {
      int end = encoded.indexOf('&', start);
      end = end < 0 ? encoded.length() : end;
      parameters.add(encoded.substring(start, end));
      start = end + 1;
    }
    return parameters;
  }

  private void add(String part) {
    if (part.isEmpty()) {
      return;
    }
    if (values.size() == MAX_PARAMETERS) {
      throw new Unreadable("has more than " + MAX_PARAMETERS + " parameters");
    }
    int equals = part.indexOf('=');
    String name = equals < 0 ? part : part.substring(0, equals);
    String value = equals < 0 ? "" : part.substring(equals + 1);
    values.putIfAbsent(PercentCode.decode(name), value);
  }

  /** The decoded value under this name. */
  public Optional<String> value(String name) {
    return encodedValue(name).map(PercentCode::decode);
  }

  /** The value under this name as it was written. */
  Optional<String> encodedValue(String name) {
    return Optional.ofNullable(values.get(name));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Takes a payload apart in the order it was built. The checksum has vouched for its bytes, not for
 * whoever wrote them: what does not fit throws an unchecked exception, which {@link RecordLog}
 * takes for a record that cannot be read.
 */
final class PayloadReader {

  private final int kind;
  private final ByteBuffer bytes;

  PayloadReader(byte[] payload) {
    this.bytes = ByteBuffer.wrap(payload);
    this.kind = bytes.get();
  }

  int kind() {
    return kind;
  }

  long number() {
    return bytes.getLong();
  }

  String text() {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] utf8 = new byte[length];
    bytes.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** Grows with the items that are there: how many there should be is only what somebody says. */
  <T> List<T> list(Function<PayloadReader, T> item) {
    List<T> items = new ArrayList<>();
    for (long left = number(); left > 0; left--) {
      items.add(item.apply(this));
    }
    return List.copyOf(items);
  }
}

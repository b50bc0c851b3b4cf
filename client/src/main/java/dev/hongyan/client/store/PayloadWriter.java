// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

/** Builds the payload of a record from numbers and texts, in the order they are read back. */
final class PayloadWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  PayloadWriter(int kind) {
    bytes.write(kind);
  }

  PayloadWriter number(long value) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(0, value).array());
    return this;
  }

  PayloadWriter text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(0, utf8.length).array());
    bytes.writeBytes(utf8);
    return this;
  }

  <T> PayloadWriter list(List<T> values, BiConsumer<PayloadWriter, T> item) {
    number(values.size());
    values.forEach(value -> item.accept(this, value));
    return this;
  }

  byte[] payload() {
    return bytes.toByteArray();
  }
}

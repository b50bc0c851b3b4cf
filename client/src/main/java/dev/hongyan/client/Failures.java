// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import org.jspecify.annotations.Nullable;

/** Failures of several who are independent of each other. */
final class Failures {

  private @Nullable Exception first;

  void add(Exception failure) {
    if (first == null) {
      first = failure;
    } else {
      first.addSuppressed(failure);
    }
  }

  void throwFirst() throws Exception {
    if (first != null) {
      throw first;
    }
  }
}

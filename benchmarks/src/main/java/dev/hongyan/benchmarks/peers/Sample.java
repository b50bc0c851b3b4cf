// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.peers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was measured several times. */
public final class Sample {

  private final List<Long> values = new ArrayList<>();

  public void add(long value) {
    values.add(value);
    Collections.sort(values);
  }

  void addAll(List<Long> more) {
    values.addAll(more);
    Collections.sort(values);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  int size() {
    return values.size();
  }

  public long least() {
    return values.getFirst();
  }

  public long most() {
    return values.getLast();
  }

  public long median() {
    return percentile(50);
  }

  /** The smallest value that so many per cent of all do not exceed. */
  long percentile(int percent) {
    int rank = (int) Math.ceil(values.size() * percent / 100.0);
    return values.get(Math.max(rank, 1) - 1);
  }
}

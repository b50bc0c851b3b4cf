// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Remembers buffers that were never released. Netty makes it because the build names it in a system
 * property, {@code io.netty.customResourceLeakDetector}.
 */
public final class LeakRecorder<T> extends ResourceLeakDetector<T> {

  private static final List<String> LEAKS = new CopyOnWriteArrayList<>();

  public LeakRecorder(Class<?> type, int samplingInterval) {
    super(type, samplingInterval);
  }

  /** The older form, which Netty looks for first. */
  public LeakRecorder(Class<?> type, int samplingInterval, long maxActive) {
    this(type, samplingInterval);
  }

  /** Everything that leaked so far and that the garbage collector has found. */
  static List<String> leaks() {
    return LEAKS;
  }

  @Override
  protected void reportTracedLeak(String type, String records) {
    LEAKS.add(type + " " + records);
  }

  @Override
  protected void reportUntracedLeak(String type) {
    LEAKS.add(type);
  }
}

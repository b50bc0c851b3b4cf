// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SystemTimeTest implements TimeContract {

  private final Time time = Time.system();

  @Override
  public Time time() {
    return time;
  }
}

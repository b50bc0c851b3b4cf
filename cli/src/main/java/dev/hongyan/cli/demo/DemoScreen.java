// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.demo;

import java.time.Duration;

/** Shows the steps as they happen. */
public interface DemoScreen {

  /** It begins, with a server at this address. */
  void begins(String server, Duration hold);

  /** A step begins. */
  void tries(String step);

  /** A step has held, or not. */
  void shows(String step, boolean ok, Duration took, String detail);

  /** It is over: so many steps have held. */
  void ends(int held, int steps, Duration took);
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.io.Serial;

/** Someone asked the world for what cannot be: a person at his phone, a script, a test. */
public final class WorldException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  /** What is wrong with it. */
  public enum Problem {
    /** There is no such account, room, code or session. */
    UNKNOWN,
    /** It is there, but not in the state for this. */
    CONFLICT,
    /** It could never be. */
    ILLEGAL
  }

  private final Problem problem;

  private WorldException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /** There is no such thing. */
  public static WorldException unknown(String message) {
    return new WorldException(Problem.UNKNOWN, message);
  }

  /** Not in this state. */
  public static WorldException conflict(String message) {
    return new WorldException(Problem.CONFLICT, message);
  }

  static WorldException illegal(String message) {
    return new WorldException(Problem.ILLEGAL, message);
  }

  /** Which of the three. */
  public Problem problem() {
    return problem;
  }
}

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
  private final String field;

  private WorldException(Problem problem, String message) {
    this(problem, "", message);
  }

  private WorldException(Problem problem, String field, String message) {
    super(message);
    this.problem = problem;
    this.field = field;
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

  /** One thing that was said could never be. */
  static WorldException illegal(String field, String complaint) {
    return new WorldException(Problem.ILLEGAL, field, field + " " + complaint);
  }

  /** Which of the three. */
  public Problem problem() {
    return problem;
  }

  /** What it is that cannot be, as who asked calls it; empty if it is nothing in particular. */
  public String field() {
    return field;
  }
}

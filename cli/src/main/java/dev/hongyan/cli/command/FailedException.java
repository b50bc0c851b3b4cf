// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import java.io.Serial;

/** A command cannot do what was asked, and knows what to tell the person. */
public final class FailedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final Exit exit;

  /**
   * A failure.
   *
   * @param text what to tell, in the person's language
   */
  public FailedException(Exit exit, String text) {
    super(text);
    this.exit = exit;
  }

  /** How the command ends. */
  public Exit exit() {
    return exit;
  }

  /** What to tell. */
  public String text() {
    return String.valueOf(getMessage());
  }
}

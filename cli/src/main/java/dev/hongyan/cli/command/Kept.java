// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import java.nio.file.Path;

/** What became of the picture or file of a message. */
sealed interface Kept {

  /** There is nothing to save in it, or nobody wants it saved. */
  record Nothing() implements Kept {}

  /** It is saved. */
  record Saved(Path file) implements Kept {}

  /**
   * It could not be fetched, and will not be.
   *
   * @param reason our word for why
   */
  record Missing(String reason) implements Kept {}
}

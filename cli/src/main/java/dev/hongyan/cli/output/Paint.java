// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.output;

/**
 * Colours for a terminal, or none.
 *
 * @param isOn whether there are any
 */
public record Paint(boolean isOn) {

  /** What went well. */
  public String green(String text) {
    return wrap("32", text);
  }

  /** What went wrong. */
  public String red(String text) {
    return wrap("31", text);
  }

  /** What matters. */
  public String bold(String text) {
    return wrap("1", text);
  }

  /** What matters less. */
  public String dim(String text) {
    return wrap("2", text);
  }

  private String wrap(String code, String text) {
    return isOn ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** Who writes what a phone writes to the file helper. */
public enum NoteSender {
  /** The account itself, to the file helper. */
  SELF,
  /** The file helper, to the account. */
  FILEHELPER
}

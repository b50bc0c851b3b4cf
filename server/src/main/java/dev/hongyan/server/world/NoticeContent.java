// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** The content of status notes. */
public enum NoticeContent {
  /** Nothing. */
  EMPTY,
  /** A list with real ids. */
  XML
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** The status of the login page. */
public enum PageStatus {
  /** 200 if asked for version 2, otherwise 301. */
  BY_VERSION,
  /** 200. */
  ALWAYS_200,
  /** 301. */
  ALWAYS_301
}

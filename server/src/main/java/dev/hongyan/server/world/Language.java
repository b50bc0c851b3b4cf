// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** What the service speaks. */
public enum Language {
  /** Chinese. */
  ZH_CN,
  /** English. */
  EN_US
}

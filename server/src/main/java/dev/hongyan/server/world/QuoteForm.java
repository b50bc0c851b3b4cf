// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** How quotes are told. */
public enum QuoteForm {
  /** Both texts in one. */
  TEXT,
  /** An app message that names the original. */
  APP
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/** A reply that says how the call went. */
public interface Answer {

  /** How the call went. */
  Status status();
}

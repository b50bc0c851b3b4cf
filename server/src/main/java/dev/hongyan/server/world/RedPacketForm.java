// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** How red packets are told. */
public enum RedPacketForm {
  /** A note that there is one. */
  NOTE,
  /** An app message. */
  APP
}

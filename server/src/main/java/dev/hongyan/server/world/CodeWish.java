// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/**
 * What a login code is wanted for.
 *
 * @param kind as what the session is to present itself
 * @param page host of the page that shows the code, empty if it is not told or of no account
 */
public record CodeWish(ClientKind kind, String page) {

  /** For the web client, wherever its account leads it. */
  public static final CodeWish WEB = new CodeWish(ClientKind.WEB, "");
}

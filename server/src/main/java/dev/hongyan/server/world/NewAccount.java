// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/**
 * An account that is to be. Its number, uin and real id are the world's to give.
 *
 * @param name short name, 1 to 32 of {@code a-z 0-9 -}
 */
public record NewAccount(String name, AccountKind kind, int verifyFlag, Profile profile) {

  /** Someone with a phone. */
  public static NewAccount person(String name, Profile profile) {
    return new NewAccount(name, AccountKind.PERSON, 0, profile);
  }

  /** An official account, verified. */
  public static NewAccount official(String name, Profile profile) {
    return new NewAccount(name, AccountKind.OFFICIAL, 24, profile);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.Optional;

/**
 * What somebody changes about himself; what is empty stays as it is.
 *
 * @param newPicture whether he has another picture from now on
 */
public record ProfileEdit(
    Optional<String> nickName,
    Optional<String> spelling,
    Optional<String> alias,
    Optional<Sex> sex,
    Optional<String> signature,
    Optional<String> province,
    Optional<String> city,
    boolean newPicture) {

  /** Another nick name, whose spelling nobody knows. */
  public static ProfileEdit renamed(String nickName) {
    return new ProfileEdit(
        Optional.of(nickName),
        Optional.of(""),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  Profile of(Profile before) {
    return new Profile(
        nickName.orElse(before.nickName()),
        spelling.orElse(before.spelling()),
        alias.orElse(before.alias()),
        sex.orElse(before.sex()),
        signature.orElse(before.signature()),
        province.orElse(before.province()),
        city.orElse(before.city()));
  }
}

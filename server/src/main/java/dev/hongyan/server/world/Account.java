// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/**
 * Someone of this world.
 *
 * @param name the short name by which the phone API and scripts call him, shared with no other
 *     account and no chat room
 * @param uin his number at the service, which may exceed 2^31 (protocol reference 3.4)
 * @param verifyFlag bits of protocol reference 4.9; 0 for a person
 * @param pictureVersion changes with his picture; the same for everybody who looks
 * @param trait the large number that the service keeps of a person (4.11), below 2^31
 * @param realId the id that user names hide: {@code wxid_…}, {@code gh_…}
 */
public record Account(
    AccountId id,
    String name,
    AccountKind kind,
    long uin,
    Profile profile,
    int verifyFlag,
    int pictureVersion,
    int trait,
    String realId,
    Switches switches) {

  private static final int KEY_WORD = 3;

  /** The hint at the real id that contacts carry (4.2): its first letters, none for a wxid. */
  public String keyWord() {
    return realId.startsWith("wxid_")
        ? ""
        : realId.substring(0, Math.min(KEY_WORD, realId.length()));
  }
}

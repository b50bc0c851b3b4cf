// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/** The id behind a login QR code (protocol reference 3.1). */
public record LoginUuid(String value) {

  /** None was given. */
  public static final LoginUuid NONE = new LoginUuid("");

  /** Text of the QR picture of the real service. */
  public String qrText() {
    return "https://login.weixin.qq.com/l/" + value;
  }

  /** Whether there is one. */
  public boolean isPresent() {
    return !value.isEmpty();
  }

  @Override
  public String toString() {
    return value;
  }
}

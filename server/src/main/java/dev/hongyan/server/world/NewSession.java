// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.time.Randomness;
import java.util.Base64;

/** All that is drawn by lot when a session begins. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read once
record NewSession(Secrets secrets, byte[] namesKey, int keyBase) {

  private static final String HEX = "0123456789abcdef";
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private static final int PASS_TICKET_BYTES = 34;
  private static final int AUTH_TICKET_BYTES = 148;

  /** Shapes as in protocol reference 2.5 and 3.4. */
  static NewSession draw(Randomness randomness) {
    String skey = drawKey(randomness);
    Secrets secrets =
        new Secrets(
            randomness.letters(16, BASE64),
            skey,
            skey,
            base64(randomness, PASS_TICKET_BYTES),
            randomness.letters(24, BASE64),
            base64(randomness, AUTH_TICKET_BYTES),
            randomness.letters(96, HEX));
    return new NewSession(
        secrets,
        randomness.bytes(UserNames.KEY_LENGTH),
        SyncKeys.LOWEST_BASE + randomness.nextInt(SyncKeys.BASES));
  }

  /** A key as protocol reference 2.5 shows it. */
  static String drawKey(Randomness randomness) {
    return "@crypt_" + randomness.letters(8, HEX) + "_" + randomness.letters(32, HEX);
  }

  private static String base64(Randomness randomness, int bytes) {
    return Base64.getEncoder().encodeToString(randomness.bytes(bytes));
  }
}

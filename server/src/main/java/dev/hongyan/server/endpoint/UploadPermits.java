// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.media.UploadPermit;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Leave to upload one large file in one session (protocol reference 3.19): signed, so that nothing
 * has to be remembered.
 */
final class UploadPermits {

  private static final int AES_KEY_DIGITS = 32;

  private UploadPermits() {}

  static UploadPermit of(Guest guest, String md5, long size) {
    String file = md5.toLowerCase(Locale.ROOT) + " " + size;
    return new UploadPermit(
        new Secret(sign(guest, "key " + file).substring(0, AES_KEY_DIGITS)),
        new Secret(sign(guest, file)));
  }

  static boolean isValid(UploadPermit shown, Guest guest, String md5, long size) {
    return MessageDigest.isEqual(
        bytes(shown.signature().value()), bytes(of(guest, md5, size).signature().value()));
  }

  private static String sign(Guest guest, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(guest.session().secrets().dataTicket()), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HMAC", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
